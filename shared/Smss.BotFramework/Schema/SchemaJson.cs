using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Smss.BotFramework.Schema;

/// <summary>The schema as JSON: camel case, nulls left out, any casing and unknown fields read.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(HeroCard))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ResourceResponse))]
public sealed partial class SchemaJson : JsonSerializerContext
{
    /// <summary>For the wire: Polish and Ukrainian letters as they are, not as escapes.</summary>
    public static SchemaJson Wire { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
