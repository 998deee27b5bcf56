using GuidanceBot.Screening.Packs;
using Xunit;

namespace GuidanceBot.Screening.Regression;

public sealed class RegressionTests
{
    [Fact]
    public void No_figure_falls_below_the_committed_table()
    {
        var measured = Figures.Measure(ShippedPacks.Screener, RegressionSet.Read());
        if (Environment.GetEnvironmentVariable("REGRESSION_UPDATE") is "1")
            File.WriteAllText(RegressionSet.TableFile, measured.ToMarkdown());

        var committed = Figures.Read(File.ReadAllText(RegressionSet.TableFile));

        Assert.Equal(committed.Rows.Keys, measured.Rows.Keys);
        Assert.All(committed.Rows, row => Assert.True(
            measured.Rows[row.Key].Right >= row.Value.Right && measured.Rows[row.Key].Messages == row.Value.Messages,
            $"{row.Key}: {measured.Rows[row.Key].Right} right of {measured.Rows[row.Key].Messages}, the table says {row.Value.Right} of {row.Value.Messages}"));
    }

    [Fact]
    public void The_set_has_at_least_four_hundred_messages_with_ids_of_their_own()
    {
        var messages = RegressionSet.Read();

        Assert.True(messages.Count >= 400);
        Assert.Equal(messages.Count, messages.Select(m => m.Id).Distinct().Count());
        Assert.All(messages, m => Assert.True(m.Label == "clean" || CategoryNames.ParseCategory(m.Label) is not null));
    }
}
