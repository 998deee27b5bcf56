using System.Globalization;

namespace GuidanceBot.Moderation;

/// <summary>A button that carries its meaning: which flag, which revision of it, and what else there is to say.</summary>
internal readonly record struct FlagButton(Guid Flag, int Revision, string Extra)
{
    public static string Id(string prefix, Flag flag, string extra = "") =>
        extra.Length == 0 ? $"{prefix}:{flag.Id:N}:{flag.Revision}" : $"{prefix}:{flag.Id:N}:{flag.Revision}:{extra}";

    public static FlagButton? TryParse(string buttonId) =>
        buttonId.Split(':') is [_, var id, var revision, .. var extra]
        && extra.Length <= 1
        && Guid.TryParseExact(id, "N", out var flag)
        && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new FlagButton(flag, number, extra.Length == 1 ? extra[0] : "")
            : null;
}
