using System.Globalization;

namespace GuidanceBot.Discord.Interactions;

/// <summary>The adapter's own buttons and modals, which carry somebody from one page of a form to the next. No prefix of the catalog begins with a tilde.</summary>
internal readonly record struct FormStep(bool Opens, int Page, string Token)
{
    public override string ToString() => $"~{(Opens ? "open" : "page")}:{Page}:{Token}";

    public static FormStep? TryParse(string id) =>
        id.Split(':') is [("~open" or "~page") and var what, var page, var token] && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new FormStep(what == "~open", number, token)
            : null;
}
