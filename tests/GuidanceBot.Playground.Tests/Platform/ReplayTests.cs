using GuidanceBot.Playground.Platform;
using Xunit;

namespace GuidanceBot.Playground.Tests.Platform;

public sealed class ReplayTests
{
    [Fact]
    public async Task Each_record_is_posted_once_under_its_own_id_however_often_the_bot_starts()
    {
        var folder = Directory.CreateTempSubdirectory("replay-test");
        var file = Path.Combine(folder.FullName, "messages.jsonl");
        await File.WriteAllLinesAsync(file, ["""{"id":"r-1","text":"one","labels":["x"]}""", "not json", "", """{"id":"r-2","text":"two","attachments":[{"name":"scan.dcm"}]}"""]);

        for (var start = 0; start < 2; start++)
        {
            await using var community = await Community.OpenAsync(folder, file);
            var replay = Assert.Single(community.Hosted<Replay>());
            await replay.StartAsync(default);
            await replay.ExecuteTask!; // set by StartAsync

            var posted = community.Messages.Newest("general", 10);
            Assert.Equal(["r-1", "r-2"], posted.Select(m => m.Id));
            Assert.Equal("scan.dcm", Assert.Single(posted[1].Attachments).Name);
            Assert.Contains(community.Bot.Log.Lines, l => l.Contains("line 2"));
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("""{"id":"a","text":"half \ud83d"}""", "half \ufffd")]
    [InlineData("""{"id":"a","text":"\ude00 half"}""", "\ufffd half")]
    [InlineData("""{"id":"a","text":"whole \ud83d\ude00"}""", "whole 😀")]
    [InlineData("""{"id":"a","text":"not one \\ud83d"}""", @"not one \ud83d")]
    [InlineData("""{"id":"a","text":"\ud83d\ud83d\ude00"}""", "\ufffd😀")]
    public void Half_a_surrogate_pair_is_read_as_a_replacement_character(string line, string text) =>
        Assert.Equal(text, ReplayRecord.Read(line)?.Text);

    [Theory]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"text":"a"}""")]
    [InlineData("""["id","text"]""")]
    [InlineData("""{"id":1,"text":"a"}""")]
    [InlineData("null")]
    public void What_is_no_record_is_left_out(string line) => Assert.Null(ReplayRecord.Read(line));
}
