using System.Globalization;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Stories;

/// <summary>Starting the bot right and wrong, as its owner would.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task The_bot_starts_on_an_empty_folder_and_answers_its_health_check()
    {
        using var data = new TempFolder();
        await using var bot = await BotProcess.ServeAsync(data.Path);

        var health = await BotProcess.RunAsync(["health"], settings: new Dictionary<string, string> { ["Urls"] = bot.Address.ToString() });

        Assert.Equal(0, health.ExitCode);
    }

    [Fact]
    public async Task A_second_bot_on_the_same_folder_is_told_the_first_ones_process_id()
    {
        using var data = new TempFolder();
        await using var first = await BotProcess.ServeAsync(data.Path);

        var second = await BotProcess.RunAsync(["serve", "--data", data.Path], settings: new Dictionary<string, string> { ["Urls"] = "http://127.0.0.1:0" });

        Assert.Equal(2, second.ExitCode);
        Assert.Contains($"Process {first.Id.ToString(CultureInfo.InvariantCulture)} already serves", second.Errors);
    }

    [Fact]
    public async Task After_a_power_cut_the_folder_can_be_served_again()
    {
        using var data = new TempFolder();
        await using (var first = await BotProcess.ServeAsync(data.Path))
            await first.KillAsync();

        await using var second = await BotProcess.ServeAsync(data.Path);

        Assert.Contains("GuidanceBot is ready", second.Log);
    }

    [Theory]
    [InlineData("Screening__Enabled", "perhaps", "Screening:Enabled is 'perhaps'; it takes true or false.")]
    [InlineData("Guidance__VideoUrl", "video", "Guidance:VideoUrl is 'video'; it takes a link")]
    [InlineData("Storage__Provider", "oracle", "Storage:Provider is 'oracle'")]
    [InlineData("Playground__Replay", "/nowhere.jsonl", "Playground:Replay names /nowhere.jsonl, which is not there.")]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence_that_names_the_key(string key, string value, string expected)
    {
        using var data = new TempFolder();

        var run = await BotProcess.RunAsync(["serve", "--data", data.Path], settings: new Dictionary<string, string> { [key] = value });

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Errors);
        Assert.Single(run.Errors.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("guidance/takeaways.yaml", "number: 3", "number: three", "takeaways.yaml, line")]
    [InlineData("tips/01-share.yaml", "takeaway: 1", "takeway: 1", "key 'takeway'")]
    [InlineData("appsettings.json", "{", "", "appsettings.json is not valid JSON")]
    public async Task A_broken_pack_stops_the_start_with_file_line_and_key(string file, string from, string to, string expected)
    {
        using var folder = new TempFolder();
        Copy(Config, folder.File("config"));
        var path = Path.Combine(folder.File("config"), file);
        var text = await File.ReadAllTextAsync(path);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text[..at] + to + text[(at + from.Length)..]);

        var run = await BotProcess.RunAsync(["serve", "--data", folder.File("data"), "--config", folder.File("config")]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Errors);
        Assert.Single(run.Errors.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("screen", "/nowhere.jsonl")]
    [InlineData("serve", "--config", "/nowhere")]
    public async Task Wrong_usage_ends_with_2_and_one_sentence(params string[] arguments)
    {
        var run = await BotProcess.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Single(run.Errors.Trim().Split('\n'));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Pages_are_refused_to_other_names_and_other_sites_pages()
    {
        using var data = new TempFolder();
        await using var bot = await BotProcess.ServeAsync(data.Path);
        using var client = new HttpClient { BaseAddress = bot.Address };

        var rebound = await AskAsync(client, r => r.Headers.Host = "evil.example");
        var crossSite = await AskAsync(client, r => r.Headers.Add("Origin", "https://evil.example"));
        var own = await AskAsync(client, _ => { });

        Assert.Equal((403, 403, 200), (rebound, crossSite, own));
    }

    [Fact]
    public async Task With_a_password_only_who_knows_it_gets_in()
    {
        using var data = new TempFolder();
        await using var bot = await BotProcess.ServeAsync(data.Path, new Dictionary<string, string> { ["Playground__Password"] = "s3cret" });
        using var client = new HttpClient { BaseAddress = bot.Address };

        var without = await AskAsync(client, _ => { });
        var wrong = await AskAsync(client, r => r.Headers.Authorization = Basic("me:guess"));
        var right = await AskAsync(client, r => r.Headers.Authorization = Basic("me:s3cret"));

        Assert.Equal((401, 401, 200), (without, wrong, right));
    }

    private static string Config => Path.Combine(Repository.Root, "config");

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static System.Net.Http.Headers.AuthenticationHeaderValue Basic(string pair) =>
        new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(pair)));

    private static async Task<int> AskAsync(HttpClient client, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        change(request);
        using var answer = await client.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
