package export

import (
	"context"
	"errors"
	"io"
	"math"
)

// Table is a list that leaves as a file which spreadsheets open.
type Table struct {
	Name   string   // as the user will find it, without its ending
	Format string   // csv or xlsx
	Header []string // as the user reads it
	Rows   func(row func(cells ...any) error) error

	Population func(context.Context) (int64, error) // how many rows everything would be
	Plain      bool                                 // it tells no figures of class C4
}

// Endless is the population of a list of which nobody ever has all, such as a log.
func Endless(context.Context) (int64, error) { return math.MaxInt64 / tenths, nil }

// File is its name with its ending.
func (t Table) File() string { return t.Name + "." + t.Format }

// errFull ends a table of which more must not leave.
var errFull = errors.New("export: full")

// Most writes a table, and returns how many rows it has; it gives up at the
// first row over a number.
func (t Table) Most(w io.Writer, most int64) (n int64, err error) {
	err = Write(w, t.Format, t.Header, func(row func(...any) error) error {
		return t.Rows(func(cells ...any) error {
			if n++; n > most {
				return errFull
			}
			return row(cells...)
		})
	})
	if errors.Is(err, errFull) {
		err = nil
	}
	return n, err
}

// Leaving is a file on its way out, as whoever counts gets to know it.
type Leaving struct {
	Path, Query string // what was asked for, the query in one order
	File        string
	Table       bool  // its rows count
	Rows        int64 // that it has
	Whole       bool  // commercial figures of everything there is, or nearly
}

// nearly is how much of everything, in tenths, is as good as all of it.
const nearly, tenths = 9, 10

// Whole reports whether so many rows of a table tell all there is to tell.
func (t Table) Whole(ctx context.Context, rows int64) (bool, error) {
	if t.Plain || rows == 0 {
		return false, nil
	}
	all, err := t.Population(ctx)
	return rows >= all/tenths*nearly+all%tenths*nearly/tenths, err
}
