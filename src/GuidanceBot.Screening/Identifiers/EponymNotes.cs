using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Words that this message uses as an eponym anywhere: where it speaks of Wilson disease, Wilson is no person further on.</summary>
internal sealed class EponymNotes
{
    private const int Most = 24;

    // With 's these belong to a person: Mary's test, John's ulcer.
    private static readonly WordList Everyday = WordList.Of("test tests stage grade tumor tumour tumors tumours fever rash ulcer operation procedure procedures fracture fractures graft stent tube cyst cysts seizure seizures headache migraine fall cell cells score scores diet therapy breathing respiration position pulse lesion lesions spot spots drops stain body points point line lines interview protocol award medal lecture checklist dementia diabetes autism epilepsy itch task approach method prize hold plot model analysis suture clamp drain gene genes lens lenses murmur hernia psychosis crisis delirium pneumonia hepatitis arthritis meningitis dermatitis colitis sarcoma carcinoma lymphoma leukaemia leukemia melanoma disorder disorders");

    private readonly ulong[] words = new ulong[Most];
    private int count;

    /// <summary>Reads a message.</summary>
    public void Read(IdentifierScan scan)
    {
        count = 0;
        if ((scan.Text.Classes & WordClass.EponymHead) == 0 || (scan.Text.Signs & Signs.Capital) == 0)
            return;
        var tokens = scan.Tokens;
        for (var head = 1; head < tokens.Length; head++)
        {
            if (tokens[head].Is(WordClass.EponymHead))
                Note(scan, head);
        }
    }

    /// <summary>Whether a word is an eponym here.</summary>
    public bool Has(ulong word) => count > 0 && words.AsSpan(0, count).Contains(word);

    private void Note(IdentifierScan scan, int head)
    {
        var tokens = scan.Tokens;
        var skipped = 0;
        for (var k = head - 1; k >= 0 && head - k <= 4 && count < Most; k--)
        {
            if ((tokens[k + 1].Gap & ~(Gap.Space | Gap.Hyphen | Gap.Slash | Gap.Apostrophe)) != 0 || tokens[k].Is(WordClass.Function) && !tokens[k].Capital && scan.Text.Word(tokens[k]) is not ("and" or "or" or "of"))
                return;
            if (!tokens[k].Capital)
            {
                if (++skipped > 2)
                    return;
                continue;
            }

            var persons = tokens[k].Has(TokenFlags.Possessive) && k == head - 1 && Everyday.Contains(tokens[head].Hash) && tokens[k].Is(WordClass.Given) && !tokens[k].Is(WordClass.Eponym);
            if (persons || k > 0 && tokens[k - 1].Is(WordClass.Title))
                return;
            words[count++] = tokens[k].Hash;
        }
    }
}
