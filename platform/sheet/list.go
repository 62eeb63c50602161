package sheet

import (
	"errors"
	"io"
	"iter"
	"slices"

	"erba/kernel"
	"erba/platform/export"
)

// List is a list that left as a sheet and comes back, with its cells as they
// were before they left.
type List struct {
	file       *File
	most, read int64
}

// Bring opens a list of a name with so many columns, of which so many rows are
// taken.
func Bring(body io.Reader, name string, columns int, most int64) (*List, error) {
	if most <= 0 {
		return nil, kernel.Denied("sheet.no_lists")
	}
	file, err := Receive(body, Options{Name: name, Header: 1, HeaderRows: 1})
	if err != nil {
		return nil, err
	}
	if len(file.Header) < columns {
		return nil, errors.Join(kernel.Invalid("sheet.not_that_list", "count", columns), file.Close())
	}
	return &List{file: file, most: most}, nil
}

// Rows are the rows of a list. An error is the last; a list that has more rows than
// are taken is refused.
func (l *List) Rows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for {
			row, err := l.next()
			if errors.Is(err, io.EOF) || !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// Header are the titles of its columns.
func (l *List) Header() []string { return slices.Clone(l.file.Header) }

// Close closes the file.
func (l *List) Close() error { return l.file.Close() }

func (l *List) next() (Row, error) {
	row, err := l.file.Next()
	if err != nil {
		return row, err
	}
	if l.read++; l.read > l.most {
		return row, kernel.Refused("sheet.too_many_rows", "max", l.most)
	}
	for i, cell := range row.Cells {
		row.Cells[i] = export.Plain(cell)
	}
	return row, nil
}
