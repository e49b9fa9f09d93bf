using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>Text of foreign HTML: words and paragraphs, never markup, scripts or styles.</summary>
internal static class HtmlText
{
    private static readonly FrozenSet<string> Blocks = ["P", "DIV", "LI", "TR", "TABLE", "UL", "OL", "BR", "H1", "H2", "H3", "H4", "H5", "H6"];

    public static string Of(string html)
    {
        using IDocument document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder();
        if (document.Body is { } body) Write(body, text);
        IEnumerable<string> lines = text.ToString().Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return string.Join('\n', lines.Where(l => l.Length > 0));
    }

    private static void Write(INode node, StringBuilder text)
    {
        foreach (INode child in node.ChildNodes)
        {
            if (child.NodeType == NodeType.Text) text.Append(child.TextContent.Replace('\n', ' '));
            else if (child is IElement { TagName: not ("SCRIPT" or "STYLE" or "TEMPLATE" or "NOSCRIPT" or "IFRAME") } element)
            {
                Write(element, text);
                if (Blocks.Contains(element.TagName)) text.Append('\n');
                else if (element.TagName is "TD" or "TH") text.Append(' ');
            }
        }
    }
}
