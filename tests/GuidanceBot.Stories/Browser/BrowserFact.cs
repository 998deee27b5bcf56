using Xunit;

namespace GuidanceBot.Stories.Browser;

/// <summary>A story in a real browser. Skipped, with the reason, where there is none.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";

    public BrowserFactAttribute()
    {
        if (!File.Exists(Chromium))
            Skip = $"There is no {Chromium}; on Debian, install the package chromium to run this.";
    }
}
