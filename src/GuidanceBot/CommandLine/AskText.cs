using System.Text;
using GuidanceBot.Guidance;
using GuidanceBot.Hosting;

namespace GuidanceBot.CommandLine;

/// <summary>An answer to one question as plain text for a terminal.</summary>
internal static class AskText
{
    public static string Of(string question, Content content)
    {
        // Somebody in distress is never told that their words are out of scope.
        if (content.Screener.Examine(question).Distressed)
            return content.Support.Text([], channel: null);

        var pack = content.Takeaways;
        var answer = new AskRanker(pack).Ask(question);
        return answer.Kind switch
        {
            AskKind.Doses => pack.Answers.Doses,
            AskKind.OwnData => pack.Answers.OwnData,
            AskKind.OutOfScope => pack.Answers.OutOfScope,
            _ => Takeaways(answer, pack),
        };
    }

    private static string Takeaways(AskAnswer answer, TakeawayPack pack)
    {
        var text = new StringBuilder();
        if (answer.Kind is AskKind.Law)
            text.AppendLine(pack.Answers.Law);
        foreach (var takeaway in answer.Takeaways.Select(t => pack[t.Takeaway]))
        {
            text.AppendLine($"{takeaway.Number}. {takeaway.Wording}").AppendLine($"   {takeaway.Explanation}");
            if (takeaway.Nuance is not null)
                text.AppendLine($"   {takeaway.Nuance}");
        }

        return text.Append($"The video, {pack.Video.Published}: {pack.Video.Link}").ToString();
    }
}
