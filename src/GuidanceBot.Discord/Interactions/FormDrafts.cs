using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GuidanceBot.Chat;

namespace GuidanceBot.Discord.Interactions;

/// <summary>Forms that are being filled in, with the answers so far: in memory only, for as long as an interaction lives.</summary>
internal sealed class FormDrafts(TimeProvider clock)
{
    private const int Most = 5000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(MemberId, string), Draft> _drafts = new();

    /// <summary>A form with the answers so far.</summary>
    internal sealed record Draft(Form Form, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers, DateTimeOffset Until)
    {
        public string Token => Tokened(Form.Id);
    }

    /// <summary>Begins or goes on: the answers are added to those so far.</summary>
    public Draft Keep(MemberId member, Form form, IReadOnlyDictionary<string, IReadOnlyList<string>>? more = null)
    {
        Sweep();
        var answers = more is null ? [] : new Dictionary<string, IReadOnlyList<string>>(Find(member, Tokened(form.Id))?.Answers ?? new Dictionary<string, IReadOnlyList<string>>());
        foreach (var (field, given) in more ?? new Dictionary<string, IReadOnlyList<string>>())
            answers[field] = given;
        return _drafts[(member, Tokened(form.Id))] = new Draft(form, answers, clock.GetUtcNow() + Kept);
    }

    public Draft? Find(MemberId member, string token) =>
        _drafts.TryGetValue((member, token), out var draft) && draft.Until > clock.GetUtcNow() ? draft : null;

    public void Forget(MemberId member, string token) => _drafts.TryRemove((member, token), out _);

    /// <summary>A form's id may be as long as a button's: a short name for it goes into our own buttons.</summary>
    public static string Tokened(string formId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(formId)).AsSpan(0, 12));

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, draft) in _drafts)
        {
            if (draft.Until <= now || _drafts.Count > Most)
                _drafts.TryRemove(key, out _);
        }
    }
}
