using GuidanceBot.Slack.Tests.SocketMode;
using GuidanceBot.Testing.Slack;

namespace GuidanceBot.Slack.Tests.Settings;

public class SlackCheckTests
{
    [Fact]
    public async Task The_doctor_names_missing_scopes_and_channels_the_bot_was_not_invited_to()
    {
        await using var slack = await SlackDouble.StartAsync();
        slack.Scopes.Remove("usergroups:read");

        var found = await SlackCheck.RunAsync(RunningPool.Settings(slack), screening: true, default);

        Assert.Contains(found, f => f.Mend && f.Line.Contains("usergroups:read", StringComparison.Ordinal));
        Assert.Contains(found, f => !f.Mend && f.Line.Contains("#other", StringComparison.Ordinal));
        Assert.Single(found, f => f.Mend);
    }

    [Fact]
    public async Task The_doctor_says_what_is_wrong_with_a_token_in_one_sentence()
    {
        await using var slack = await SlackDouble.StartAsync();
        slack.Installed = false;

        var found = await SlackCheck.RunAsync(RunningPool.Settings(slack), screening: true, default);

        Assert.StartsWith("The Slack app was uninstalled", Assert.Single(found, f => f.Mend).Line, StringComparison.Ordinal);
    }
}
