package sheet

import (
	"bytes"
	"io"
	"strings"

	"erba/kernel"
)

// delimited reads CSV and its relatives. A quotation mark opens a quoted cell
// only at its beginning; elsewhere it is text, as in 5" pipe. Lines end with
// \n, \r\n or \r, mixed as they may be. Every row costs one allocation.
type delimited struct {
	src      io.Reader
	closer   io.Closer
	comma    byte
	buf      []byte
	from, to int // what of buf is not handed out yet
	eof      bool
	failed   error // what ended reading; the whole rows before it are good
	number   int
	text     []byte // the cells of a row, without quotation marks
	ends     []int  // where in text they end
	cells    []string
}

const longestRow = 4 * LongestCell

func newDelimited(src io.Reader, closer io.Closer, comma byte) *delimited {
	return &delimited{src: src, closer: closer, comma: comma, buf: make([]byte, 1<<16)}
}

func (d *delimited) Close() error { return d.closer.Close() }

// next tries to cut a row from what is in memory, and reads more until it can.
func (d *delimited) next() (Row, error) {
	d.number++
	for {
		if d.from < d.to {
			used, whole, err := d.cut(d.buf[d.from:d.to])
			if err != nil {
				return Row{}, err
			}
			if whole {
				d.from += used
				return Row{d.number, d.share()}, nil
			}
		} else if d.eof {
			return Row{}, io.EOF
		}
		if d.failed != nil {
			return Row{}, d.failed
		}
		if err := d.more(); err != nil {
			return Row{}, err
		}
	}
}

// more reads on, behind what is left over, in a buffer twice as big if that is all of it.
func (d *delimited) more() error {
	left := copy(d.buf, d.buf[d.from:d.to])
	d.from, d.to = 0, left
	if left == len(d.buf) {
		if left >= longestRow {
			return kernel.Invalid("sheet.cell_too_long", "row", d.number, "column", len(d.ends)+1)
		}
		d.buf = append(d.buf, make([]byte, left)...)
	}
	for d.to < len(d.buf) && !d.eof && d.failed == nil {
		n, err := d.src.Read(d.buf[d.to:])
		d.to += n
		if d.eof = err == io.EOF; !d.eof {
			d.failed = err
		}
	}
	return nil
}

// cut takes the cells of one row off the beginning of b. whole is false when
// the row's end is not in memory yet.
func (d *delimited) cut(b []byte) (used int, whole bool, err error) {
	d.text, d.ends = d.text[:0], d.ends[:0]
	for i := 0; ; i++ { // i stands at the beginning of a cell
		end, whole, err := d.cell(b, i)
		if err != nil || !whole {
			return 0, false, err
		}
		d.ends = append(d.ends, len(d.text))
		if len(d.ends) > MostColumns {
			return 0, false, kernel.Invalid("sheet.too_wide", "row", d.number, "max", MostColumns)
		}
		switch i = end; {
		case i == len(b):
			return i, true, nil
		case b[i] == d.comma:
		case b[i] == '\r' && i+1 < len(b) && b[i+1] == '\n':
			return i + 2, true, nil
		case b[i] == '\r' && i+1 == len(b) && !d.eof:
			return 0, false, nil
		default:
			return i + 1, true, nil
		}
	}
}

// cell appends the cell that begins at i to the text and returns where it ends.
func (d *delimited) cell(b []byte, i int) (end int, whole bool, err error) {
	before := len(d.text)
	if i < len(b) && b[i] == '"' {
		if i, whole = d.quoted(b, i+1); !whole && d.eof {
			return 0, false, kernel.Invalid("sheet.unclosed_quote", "row", d.number, "column", len(d.ends)+1)
		}
		if !whole {
			return 0, false, nil
		}
	}
	end = i
	for end < len(b) && b[end] != d.comma && b[end] != '\n' && b[end] != '\r' {
		end++
	}
	if end == len(b) && !d.eof {
		return 0, false, nil
	}
	d.text = append(d.text, b[i:end]...)
	if len(d.text)-before > LongestCell {
		return 0, false, kernel.Invalid("sheet.cell_too_long", "row", d.number, "column", len(d.ends)+1)
	}
	return end, true, nil
}

// quoted appends what stands between quotation marks; "" inside is one of them.
func (d *delimited) quoted(b []byte, i int) (end int, closed bool) {
	for {
		n := bytes.IndexByte(b[i:], '"')
		if n < 0 || i+n+1 == len(b) && !d.eof {
			return 0, false
		}
		d.text = append(d.text, b[i:i+n]...)
		if i += n + 1; i == len(b) || b[i] != '"' {
			return i, true
		}
		d.text = append(d.text, '"')
		i++
	}
}

// share cuts one string into the cells, so that all of them are one allocation.
func (d *delimited) share() []string {
	all, begin := string(d.text), 0
	d.cells = d.cells[:0]
	for _, end := range d.ends {
		d.cells = append(d.cells, all[begin:end])
		begin = end
	}
	return d.cells
}

// separators a text file may have, by likelihood.
const separators = ",\t;|"

// findComma returns the separator that occurs equally often in most lines.
func findComma(sample string) byte {
	best, most := byte(','), 0
	for _, comma := range []byte(separators) {
		if s := agreement(sample, comma); s > most {
			best, most = comma, s
		}
	}
	return best
}

// agreement is how many of the first lines have the usual number of separators, times that number.
func agreement(sample string, comma byte) (best int) {
	count, lines := map[int]int{}, strings.FieldsFunc(sample, func(r rune) bool { return r == '\n' || r == '\r' })
	for _, line := range lines[:min(len(lines), 50)] {
		if n := countOutside(line, comma); n > 0 {
			count[n]++
		}
	}
	for n, times := range count {
		best = max(best, n*times)
	}
	return best
}

func countOutside(line string, comma byte) (n int) {
	quoted := false
	for i := range len(line) {
		switch line[i] {
		case '"':
			quoted = !quoted
		case comma:
			if !quoted {
				n++
			}
		}
	}
	return n
}
