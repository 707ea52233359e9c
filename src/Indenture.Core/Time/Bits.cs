using System.Numerics;

namespace Indenture.Core;

/// <summary>One bit a day over a run of days. A day outside the run throws: nothing is known of it.</summary>
internal sealed class Bits
{
    private readonly ulong[] _words; // from the last multiple of 64 on or before the first day, so that two runs combine word by word
    private readonly int _base;

    private Bits(int from, int to) => (From, To, _base, _words) = (from, to, from & ~63, new ulong[(to >> 6) - (from >> 6) + 1]);

    /// <summary>First day number (<see cref="DateOnly.DayNumber"/>), inclusive.</summary>
    public int From { get; }

    /// <summary>Last day number, inclusive.</summary>
    public int To { get; }

    public static Bits Where(int from, int to, Func<int, bool> test)
    {
        var bits = new Bits(from, to);
        for (var day = from; day <= to; day++)
            if (test(day)) bits._words[(day - bits._base) >> 6] |= 1UL << (day & 63);
        return bits;
    }

    /// <summary>The days set in both, over the days that both cover.</summary>
    public Bits And(Bits other)
    {
        var (from, to) = (Math.Max(From, other.From), Math.Min(To, other.To));
        if (from > to) throw new ArgumentException("The two runs of days have none in common.");
        var both = new Bits(from, to);
        for (var i = 0; i < both._words.Length; i++)
            both._words[i] = _words[i + ((both._base - _base) >> 6)] & other._words[i + ((both._base - other._base) >> 6)];
        return both;
    }

    public bool this[int day]
    {
        get
        {
            if (!Knows(day)) Outside(day);
            return (_words[(day - _base) >> 6] >> (day & 63) & 1) != 0;
        }
    }

    /// <summary>The first set day on or after <paramref name="day"/>.</summary>
    public int Next(int day)
    {
        if (!Knows(day)) Outside(day);
        var i = (day - _base) >> 6;
        var word = _words[i] >> (day & 63);
        if (word != 0) return day + BitOperations.TrailingZeroCount(word);
        for (i++; i < _words.Length; i++)
            if (_words[i] != 0) return _base + (i << 6) + BitOperations.TrailingZeroCount(_words[i]);
        Outside(To + 1);
        return 0;
    }

    /// <summary>The last set day on or before <paramref name="day"/>.</summary>
    public int Previous(int day)
    {
        if (!Knows(day)) Outside(day);
        var i = (day - _base) >> 6;
        var word = _words[i] << (63 - (day & 63));
        if (word != 0) return day - BitOperations.LeadingZeroCount(word);
        for (i--; i >= 0; i--)
            if (_words[i] != 0) return _base + (i << 6) + 63 - BitOperations.LeadingZeroCount(_words[i]);
        Outside(From - 1);
        return 0;
    }

    /// <summary>One comparison for both ends: a day before the first is, unsigned, far beyond the last.</summary>
    private bool Knows(int day) => unchecked((uint)(day - From) <= (uint)(To - From));

    private void Outside(int day) =>
        throw new ArgumentOutOfRangeException(nameof(day), $"{DateOnly.FromDayNumber(day):yyyy-MM-dd} is outside the days known, {DateOnly.FromDayNumber(From):yyyy-MM-dd} to {DateOnly.FromDayNumber(To):yyyy-MM-dd}.");
}
