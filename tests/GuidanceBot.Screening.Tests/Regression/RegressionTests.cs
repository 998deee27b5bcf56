using GuidanceBot.Screening.Model;
using GuidanceBot.Screening.Packs;
using Xunit;

namespace GuidanceBot.Screening.Regression;

public sealed class RegressionTests
{
    [Fact]
    public void No_figure_is_worse_than_in_the_committed_table()
    {
        var measured = Figures.Measure(ShippedPacks.Screener, ("own", RegressionSet.Own()), ("unseen", RegressionSet.Unseen()));
        if (Environment.GetEnvironmentVariable("REGRESSION_UPDATE") is "1")
            File.WriteAllText(RegressionSet.TableFile, measured.ToMarkdown());

        var committed = Figures.Read(File.ReadAllText(RegressionSet.TableFile));

        Assert.NotEmpty(committed.Rows);
        Assert.Equal(committed.Rows.Keys, measured.Rows.Keys);
        Assert.All(committed.Rows, row => Assert.True(
            measured.Rows[row.Key] is var now && now.Messages == row.Value.Messages && now.Found >= row.Value.Found && now.Needless <= row.Value.Needless,
            $"{row.Key}: {measured.Rows[row.Key]}, the table says {row.Value}"));
    }

    [Fact]
    public void The_sets_have_at_least_four_hundred_messages_with_ids_of_their_own()
    {
        List<RegressionSet.Message> messages = [.. RegressionSet.Own(), .. RegressionSet.Unseen()];

        Assert.True(messages.Count >= 400);
        Assert.Equal(messages.Count, messages.Select(m => m.Id).Distinct().Count());
        Assert.All(messages, m => Assert.True(m.Clean || m.Labels.All(l => CategoryNames.ParseCategory(l) is not null)));
    }

    [Fact]
    public void The_weights_that_ship_know_the_words_as_they_are_read_today()
    {
        var weights = Weights.Load();

        Assert.All(["patient", "selfie", "vaccine"], word => Assert.True(weights.Knows(Features.Word(UnitHash.OfWord(word))), $"{word} has no weight: train again after changing how words are read."));
    }
}
