using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuidanceBot.CommandLine;
using GuidanceBot.Slack.Manifest;
using GuidanceBot.Slack.Web;
using GuidanceBot.Testing;

namespace GuidanceBot.Slack.Tests.Manifest;

public class ManifestTests
{
    private static readonly JsonObject Whole = SlackManifest.Build(KnownCommands.Catalog(), screening: true);

    [Fact]
    public void Every_used_method_event_and_feature_has_its_scope_and_no_scope_is_unused()
    {
        var used = SlackMethod.All.SelectMany(m => m.Scopes).Where(s => !s.StartsWith("user:", StringComparison.Ordinal))
            .Concat(SlackScopes.Events.Select(e => e.Scope).OfType<string>())
            .Append("commands") // the slash command and the shortcuts
            .ToHashSet();

        Assert.Equal(used.Order(), SlackScopes.Bot.Select(s => s.Name).Order());
        Assert.Equal(used.Order(), Whole["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(n => (string)n!));
    }

    [Fact]
    public void The_list_of_methods_is_what_the_code_calls()
    {
        var code = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "GuidanceBot.Slack"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("SlackMethod.cs", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        var fields = typeof(SlackMethod).GetFields().Where(f => f.FieldType == typeof(SlackMethod)).ToList();

        Assert.All(fields, f => Assert.Contains(code, c => Regex.IsMatch(c, $@"SlackMethod\.{f.Name}\b")));
        Assert.Equal(fields.Select(f => f.GetValue(null)), SlackMethod.All);
    }

    [SharedFact]
    public void Every_method_has_the_scopes_and_the_tier_that_Slack_documents()
    {
        foreach (var method in SlackMethod.All)
        {
            var documented = JsonNode.Parse(File.ReadAllText(Shared.Path($"data/slack/methods/{method.Name}.json")))!;
            var scopes = documented["scopes"]?[method == SlackMethod.Delete ? "user" : "bot"]?.AsArray().Select(s => (string)s!["name"]!).ToList() ?? [];

            Assert.All(method.Scopes, s => Assert.Contains(s.Replace("user:", "", StringComparison.Ordinal), scopes));
            Assert.Equal(scopes.Count == 0, method.Scopes.Length == 0);
            if (Regex.Match((string?)documented["rate_limit"]?["label"] ?? "", @"(\d+)\+") is { Success: true } tier)
                Assert.Equal(int.Parse(tier.Groups[1].Value, CultureInfo.InvariantCulture), method.PerMinute);
        }
    }

    [Fact]
    public void Without_screening_no_right_to_read_channels_is_asked_for()
    {
        var without = SlackManifest.Write(KnownCommands.Catalog(), screening: false);

        Assert.DoesNotContain("channels:history", without, StringComparison.Ordinal);
        Assert.DoesNotContain("groups:history", without, StringComparison.Ordinal);
        Assert.DoesNotContain("message.channels", without, StringComparison.Ordinal);
        Assert.Contains("message.im", without, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_scope_says_in_one_sentence_what_it_is_for() =>
        Assert.All(SlackScopes.Bot.Append(SlackScopes.User).Append(SlackScopes.App), s => Assert.Matches(@"^(To|For) .*\.", s.Why));

    [Fact]
    public void Names_keep_Slacks_limits_and_all_shortcuts_are_there()
    {
        var shortcuts = Whole["features"]!["shortcuts"]!.AsArray().Select(s => s!.AsObject()).ToList();

        Assert.All(shortcuts, s => Assert.InRange(((string)s["name"]!).Length, 1, 24));
        Assert.Equal(
            ["Check a draft", "Report to moderators", "Which takeaway fits?"],
            shortcuts.Select(s => (string?)s["name"]).Order(StringComparer.Ordinal));
        Assert.InRange(((string)Whole["display_information"]!["description"]!).Length, 1, 140);
        Assert.InRange(((string)Whole["display_information"]!["long_description"]!).Length, 175, 4000);
    }
}
