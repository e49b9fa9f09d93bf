using System.Text.RegularExpressions;
using Smss.Abstractions.Web;

namespace Smss.Modules.Leaders.Pages.Leaders;

/// <summary>Fields of a phone number and an e-mail address that residents will use.</summary>
internal static partial class ReachFields
{
    public static Field<TRow> Phone<TRow>(Func<TRow, string?> show, Action<TRow, string?> take) =>
        Checked("phone", "tel", show, take, PhoneForm(), "leaders.field.phone.wrong");

    public static Field<TRow> Email<TRow>(Func<TRow, string?> show, Action<TRow, string?> take) =>
        Checked("email", "email", show, take, EmailForm(), "leaders.field.email.wrong");

    private static Field<TRow> Checked<TRow>(string name, string type, Func<TRow, string?> show, Action<TRow, string?> take, Regex form, string wrongKey) =>
        new Field<TRow>(name, type, show, (row, typed) =>
        {
            if (typed.Length > 0 && !form.IsMatch(typed)) return wrongKey;
            take(row, typed.Length == 0 ? null : typed);
            return null;
        });

    [GeneratedRegex(@"^\+?[0-9](?:[ -]?[0-9]){6,14}$", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneForm();

    [GeneratedRegex(@"^[^@\s]{1,64}@[^@\s]{1,180}\.[^@\s.]{2,24}$", RegexOptions.CultureInvariant)]
    private static partial Regex EmailForm();
}
