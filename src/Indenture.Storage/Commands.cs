using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Indenture.Core;

namespace Indenture.Storage;

/// <summary>A command as it is remembered. The same key gives the first answer for ever; the same key with another content is refused.</summary>
public sealed record CommandRequest
{
    public string Key { get; }

    /// <summary>Whether somebody chose the key. A chosen key also remembers a refusal; a derived one is free again, so that the same words can be tried later.</summary>
    public bool KeyGiven { get; }

    /// <summary>The person or process that gives the command: the maker or the checker of an approval.</summary>
    public string Actor { get; }
    public string Verb { get; }

    /// <summary>Canonical input, UTF-8 JSON; kept byte for byte.</summary>
    public byte[] Payload { get; }
    public string Series { get; }

    /// <summary>The instant of recording.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Throws for an empty key, actor or verb.</summary>
    public CommandRequest(string key, bool keyGiven, string actor, string verb, byte[] payload, string series, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(verb);
        (Key, KeyGiven, Actor, Verb, Payload, Series, At) = (key, keyGiven, actor, verb, payload, series, at.ToUniversalTime());
    }

    /// <summary>What "the same command" means: SHA-256 of verb, series and payload, and of the actor where the key was chosen (a derived key is everybody's).</summary>
    internal byte[] Content => ContentOf(Verb, Series, KeyGiven ? Actor : "", Payload);

    internal static byte[] ContentOf(string verb, string series, string actor, byte[] payload) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes($"{verb}\n{series}\n{actor}\n"), .. payload]);
}

/// <summary>What a command was answered.</summary>
/// <param name="Answer">UTF-8 JSON, as first given.</param>
/// <param name="Repeated">The command had been carried out before under the same key; nothing was changed now.</param>
public sealed record CommandResult(byte[] Answer, bool Repeated);

/// <summary>An event to be appended.</summary>
/// <param name="Type">Its name; with <paramref name="TypeVersion"/> it says how the payload is read.</param>
/// <param name="Payload">UTF-8 JSON; stored and hashed as given, never written again.</param>
/// <param name="Effective">The date as of which it holds.</param>
public sealed record StoredEvent(string Type, int TypeVersion, byte[] Payload, DateOnly Effective);

/// <summary>An event of the journal.</summary>
/// <param name="Version">Its place in the stream, from 1 without a gap.</param>
/// <param name="Recorded">When it was recorded, in UTC; <see cref="StoredEvent.Effective"/> is the date as of which it holds.</param>
/// <param name="CommandKey">The command that caused it.</param>
public sealed record RecordedEvent(string SeriesId, string Stream, long Version, StoredEvent Event, DateTimeOffset Recorded, string CommandKey);

/// <summary>One holder's payment in a run of a series. A run pays a holder once, and only after the approval of the run's id was released.</summary>
/// <param name="Chunk">The part of the run that is paid in one transaction.</param>
/// <param name="Account">The account of the cash book that the payment is taken from: the entries of the same command debit it with exactly the sum of their payments.</param>
/// <param name="Minor">Minor units; above zero.</param>
public sealed record PaymentRow(string Run, string Chunk, string Holder, string Account, string Unit, long Minor);

/// <summary>What a command asks of the approvals, in its own transaction.</summary>
public abstract record ApprovalEffect
{
    private ApprovalEffect() { }

    /// <summary>The actor of the command is the maker. A proposal that was not released yet is replaced: any change voids it.</summary>
    /// <param name="Hash">Of what is to be approved; 32 bytes.</param>
    public sealed record Propose(string Id, byte[] Hash) : ApprovalEffect;

    /// <summary>The actor of the command is the checker, who must be another person, over the same hash, once.</summary>
    public sealed record Release(string Id, byte[] Hash) : ApprovalEffect;

    public T Match<T>(Func<Propose, T> propose, Func<Release, T> release) => this switch
    {
        Propose p => propose(p),
        Release r => release(r),
        _ => throw new InvalidOperationException("ApprovalEffect is a closed set"),
    };
}

/// <summary>A line of a list across series.</summary>
/// <param name="Kind">The list: "due", "finding".</param>
/// <param name="Id">Unique within the list and the series.</param>
/// <param name="State">What the list is filtered by.</param>
/// <param name="Sort">What it is ordered by, as text.</param>
/// <param name="Json">What it shows, UTF-8 JSON.</param>
public sealed record ListRow(string Kind, string Id, string State, string Sort, byte[] Json);

/// <summary>A line with the series it belongs to.</summary>
public sealed record ListedRow(string SeriesId, ListRow Row);

/// <summary>A file that facts were read from, kept so that its words can be quoted later.</summary>
/// <param name="Path">Where it was found; the first one stays when the same bytes come again.</param>
public sealed record DocumentFile(byte[] Bytes, string Path)
{
    /// <summary>64 lower-case hex digits.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>What a command does, all of it or nothing of it.</summary>
public sealed record Effects
{
    public string Stream { get; }

    /// <summary>How many events the decision saw in the stream. Where there are more by now it is decided again.</summary>
    public long ExpectedVersion { get; }
    public IReadOnlyList<StoredEvent> Events { get; }

    /// <summary>What the command is answered, now and for ever; UTF-8 JSON.</summary>
    public byte[] Answer { get; }

    /// <summary>Entries of the books. The database refuses the transaction where an account would break its guard.</summary>
    public IReadOnlyList<Entry> Entries { get; init; } = [];
    public IReadOnlyList<PaymentRow> Payments { get; init; } = [];
    public IReadOnlyList<ApprovalEffect> Approvals { get; init; } = [];

    /// <summary>All lines of the lists that the stream now amounts to; null leaves them as they are.</summary>
    public IReadOnlyList<ListRow>? Lists { get; init; }
    public IReadOnlyList<DocumentFile> Documents { get; init; } = [];

    public Effects(string stream, long expectedVersion, IReadOnlyList<StoredEvent> events, byte[] answer)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        (Stream, ExpectedVersion, Events, Answer) = (stream, expectedVersion, events, answer);
    }

    /// <summary>Throws where money would move, or an approval be given, without an event that says so, or where the payments are not what the entries take from their accounts: bugs.</summary>
    internal void Validate()
    {
        if (Events.Count == 0 && (Entries.Count > 0 || Payments.Count > 0 || Approvals.Count > 0))
            throw new InvalidOperationException($"Stream {Stream}: entries, payments and approvals need an event that says why.");
        if (Payments.Count == 0) return;
        var paid = new Dictionary<(string Account, string Unit), Int128>();
        foreach (var p in Payments)
        {
            if (p.Minor <= 0) throw new InvalidOperationException($"A payment from {p.Account} is not above zero.");
            CollectionsMarshal.GetValueRefOrAddDefault(paid, (p.Account, p.Unit), out _) += p.Minor;
        }
        var moved = new Dictionary<(string Account, string Unit), Int128>();
        foreach (var entry in Entries.Where(e => e.Book == Book.Cash))
            foreach (var leg in entry.Legs) CollectionsMarshal.GetValueRefOrAddDefault(moved, (leg.Account.Name, entry.Unit), out _) += leg.Minor;
        foreach (var ((account, unit), minor) in paid)
            if (minor != moved.GetValueOrDefault((account, unit)))
                throw new InvalidOperationException($"Payments of {minor} {unit} from {account}, whose entries move {moved.GetValueOrDefault((account, unit))}.");
    }
}
