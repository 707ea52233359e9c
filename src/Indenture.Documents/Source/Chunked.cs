namespace Indenture.Documents;

/// <summary>A list that grows without copying what it holds: a large file never needs twice the room.</summary>
internal sealed class Chunked<T> where T : struct
{
    private const int Shift = 13;
    private const int Mask = (1 << Shift) - 1;
    private const int First = 1 << 7;

    private readonly List<T[]> _chunks = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref _chunks[index >> Shift][index & Mask];

    public void Add(T value)
    {
        if (Count >> Shift == _chunks.Count) _chunks.Add(new T[_chunks.Count == 0 ? First : Mask + 1]);
        else if (_chunks.Count == 1 && Count == _chunks[0].Length)
        {
            // What is short needs no whole chunk.
            var chunk = _chunks[0];
            Array.Resize(ref chunk, 2 * Count);
            _chunks[0] = chunk;
        }
        _chunks[Count >> Shift][Count & Mask] = value;
        Count++;
    }
}

/// <summary>The pieces of a text, in four bytes each: one blank stands between two pieces, so that a piece ends where the next begins.</summary>
internal sealed class PieceList
{
    private const int Bits = 29;

    private readonly Chunked<int> _packed = new();

    /// <summary>Characters of the whole text.</summary>
    public int Length { get; set; }

    public int Count => _packed.Count;

    public Piece this[int index]
    {
        get
        {
            var packed = _packed[index];
            var end = index + 1 < Count ? (_packed[index + 1] & ((1 << Bits) - 1)) - 1 : Length;
            return new Piece(packed & ((1 << Bits) - 1), end, (Break)(packed >>> Bits));
        }
    }

    public void Add(int start, Break before) => _packed.Add(start | unchecked((int)before << Bits));
}

/// <summary>Which byte each character came from, in eight bytes a run: characters that follow each other and take equally many bytes are one run.</summary>
internal sealed class ByteMap
{
    private readonly Chunked<ulong> _runs = new();

    /// <summary>The run that was last asked for.</summary>
    private int _last;

    public int Count => _runs.Count;

    /// <summary>The first character of a run, its first byte, and the bytes a character takes.</summary>
    public (int Character, int Byte, int Width) this[int run]
    {
        get
        {
            var packed = _runs[run];
            return ((int)(packed >> 34), (int)((packed >> 4) & 0x3fffffff), (int)(packed & 15));
        }
    }

    private int Begins(int run) => (int)(_runs[run] >> 34);

    /// <summary>Maps a character and those after it; nothing is kept where the last run says the same already.</summary>
    public void Add(int character, int at, int width)
    {
        var packed = ((ulong)(uint)character << 34) | ((ulong)(uint)at << 4) | (uint)width;
        if (Count > 0)
        {
            var (first, start, each) = this[Count - 1];
            if (each == width && start + (character - first) * each == at) return;
            if (first == character) { _runs[Count - 1] = packed; return; }
        }
        _runs.Add(packed);
    }

    /// <summary>The bytes of a character, the end exclusive.</summary>
    public (int Start, int End) Of(int character)
    {
        // Most are asked for in the order of the text.
        var (low, high) = Begins(_last) <= character ? (_last, Count - 1) : (0, _last);
        if (low + 1 < Count && Begins(low + 1) > character) high = low;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Begins(middle) <= character) low = middle; else high = middle - 1;
        }
        _last = low;
        var (first, at, width) = this[low];
        var start = at + (character - first) * width;
        return (start, start + width);
    }
}
