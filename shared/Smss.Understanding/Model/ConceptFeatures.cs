namespace Smss.Understanding;

/// <summary>The one place where what the slot reader found enters the model: that a slot is named, never its value.</summary>
internal static class ConceptFeatures
{
    public static void Write(Slots slots, ref FeatureWriter writer)
    {
        if (slots.IsEmpty) return;
        int concept = Concepts.Default.Count;
        Add(slots.Occupation is not null, ++concept, ref writer);
        Add(slots.Place is not null, ++concept, ref writer);
        Add(slots.Contract is not null, ++concept, ref writer);
        Add(slots.Experience is not null, ++concept, ref writer);
        Add(slots.Employer is not null, ++concept, ref writer);
        Add(slots.Topic is not null, ++concept, ref writer);
        Add(slots.Indicator is not null, ++concept, ref writer);
        Add(slots.Date is not null, ++concept, ref writer);
        Add(slots.Time is not null, ++concept, ref writer);
        Add(slots.Free, ++concept, ref writer);
        Add(slots.Number is not null, ++concept, ref writer);
        Add(slots.Ordinal is not null, ++concept, ref writer);
        Add(slots.Phone is not null || slots.Email is not null, ++concept, ref writer);
        Add(slots.Price is not null, ++concept, ref writer);
    }

    private static void Add(bool named, int concept, ref FeatureWriter writer)
    {
        if (named) writer.Mean(concept);
    }
}
