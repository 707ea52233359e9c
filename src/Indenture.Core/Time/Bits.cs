using System.Numerics;

namespace Indenture.Core;

/// <summary>One bit a day over a run of days. A day outside the run throws: nothing is known of it.</summary>
internal sealed class Bits
{
    private readonly ulong[] _words;

    private Bits(int from, int to) => (From, To, _words) = (from, to, new ulong[(to - from) / 64 + 1]);

    /// <summary>First day number (<see cref="DateOnly.DayNumber"/>), inclusive.</summary>
    public int From { get; }

    /// <summary>Last day number, inclusive.</summary>
    public int To { get; }

    public static Bits Where(int from, int to, Func<int, bool> test)
    {
        var bits = new Bits(from, to);
        for (var day = from; day <= to; day++)
            if (test(day)) bits._words[(day - from) >> 6] |= 1UL << ((day - from) & 63);
        return bits;
    }

    /// <summary>The days set in both, over the days that both cover.</summary>
    public Bits And(Bits other)
    {
        var (from, to) = (Math.Max(From, other.From), Math.Min(To, other.To));
        return from > to ? throw new ArgumentException("The two runs of days have none in common.") : Where(from, to, day => this[day] && other[day]);
    }

    public bool this[int day]
    {
        get
        {
            var at = (uint)(day - From);
            if (at > (uint)(To - From)) Outside(day);
            return (_words[at >> 6] >> (int)(at & 63) & 1) != 0;
        }
    }

    /// <summary>The first set day on or after <paramref name="day"/>.</summary>
    public int Next(int day)
    {
        var at = (uint)(day - From);
        if (at > (uint)(To - From)) Outside(day);
        var word = _words[at >> 6] >> (int)(at & 63);
        if (word != 0) return day + BitOperations.TrailingZeroCount(word);
        for (var i = (int)(at >> 6) + 1; i < _words.Length; i++)
            if (_words[i] != 0) return From + (i << 6) + BitOperations.TrailingZeroCount(_words[i]);
        Outside(day);
        return 0;
    }

    /// <summary>The last set day on or before <paramref name="day"/>.</summary>
    public int Previous(int day)
    {
        var at = (uint)(day - From);
        if (at > (uint)(To - From)) Outside(day);
        var word = _words[at >> 6] << (int)(63 - (at & 63));
        if (word != 0) return day - BitOperations.LeadingZeroCount(word);
        for (var i = (int)(at >> 6) - 1; i >= 0; i--)
            if (_words[i] != 0) return From + (i << 6) + 63 - BitOperations.LeadingZeroCount(_words[i]);
        Outside(day);
        return 0;
    }

    private void Outside(int day) =>
        throw new ArgumentOutOfRangeException(nameof(day), $"{DateOnly.FromDayNumber(day):yyyy-MM-dd} is outside the days known, {DateOnly.FromDayNumber(From):yyyy-MM-dd} to {DateOnly.FromDayNumber(To):yyyy-MM-dd}.");
}
