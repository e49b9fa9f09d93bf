using System.Text;
using System.Text.Json;
using Smss.BotFramework.Schema;

namespace Smss.Unit.Tests.DirectLine;

public class SchemaTests
{
    [Fact]
    public void Unknown_fields_types_and_casing_are_tolerated()
    {
        var activity = JsonSerializer.Deserialize("""
            {"type":"nowy","Text":"a","deliveryMode":"default","callerId":"x","nowe":{"a":[1]},"attachments":[{"contentType":"image/png","contentUrl":"u"}],
             "membersAdded":[{"id":"1","aadObjectId":"z"}],"timestamp":"2026-11-21T10:00:00.1234567Z","entities":[{"type":"x"}]}
            """, SchemaJson.Wire.Activity)!;
        Assert.Equal(("nowy", "a", "default", "u"), (activity.Type, activity.Text, activity.DeliveryMode, activity.Attachments![0].ContentUrl));
        Assert.Equal("1", Assert.Single(activity.MembersAdded!).Id);
    }

    [Fact]
    public void Empty_fields_are_left_out_and_letters_stay_letters()
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Text = "Zażółć ґ",
            SuggestedActions = new([new CardAction { Type = "imBack", Title = "Tak", Value = JsonSerializer.SerializeToElement("tak") }]),
        };
        Assert.Equal("""{"type":"message","text":"Zażółć ґ","suggestedActions":{"actions":[{"type":"imBack","title":"Tak","value":"tak"}]}}""",
            Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(activity, SchemaJson.Wire.Activity)));
    }
}
