namespace Smss.Understanding;

/// <summary>The one place where what the slot reader found enters the model: that a slot is named, never its value.</summary>
internal static class ConceptFeatures
{
    public static void Write(Slots slots, ref FeatureWriter writer)
    {
        if (slots.IsEmpty) return;
        Add(slots.Occupation is not null, 1, ref writer);
        Add(slots.Place is not null, 2, ref writer);
        Add(slots.Contract is not null, 3, ref writer);
        Add(slots.Experience is not null, 4, ref writer);
        Add(slots.Employer is not null, 5, ref writer);
        Add(slots.Topic is not null, 6, ref writer);
        Add(slots.Indicator is not null, 7, ref writer);
        Add(slots.Date is not null, 8, ref writer);
        Add(slots.Time is not null, 9, ref writer);
        Add(slots.Free, 10, ref writer);
        Add(slots.Number is not null, 11, ref writer);
        Add(slots.Ordinal is not null, 12, ref writer);
        Add(slots.Phone is not null || slots.Email is not null, 13, ref writer);
        Add(slots.Price is not null, 14, ref writer);
    }

    private static void Add(bool named, uint concept, ref FeatureWriter writer)
    {
        if (named) writer.Add(FeatureWriter.Mix(0x3C6EF372 ^ concept * 0x9E3779B1) | 1);
    }
}
