package importing

import (
	"slices"
	"strings"

	"erba/analysis/clean"
	"erba/kernel"
)

// cell reads the cells of one column the way its field wants them.
type cell struct {
	field   string
	heading string
	column  int // −1: no column fills the field
	unit    kernel.Decimal
	values  map[string]string
	put     *replacements
}

// Sheet reads the rows of one file: what stands where, in which unit.
type Sheet struct {
	settings Settings
	header   []string
	units    []int64
	order    clean.Order
	put      *replacements
}

// NewSheet is a reader for rows below a header; settings.Matching must be complete.
func NewSheet(settings Settings, header []string, units []int64, order clean.Order) *Sheet {
	return &Sheet{settings, header, units, order, &replacements{}}
}

// cell is the reader of a field.
func (s *Sheet) cell(field string) cell {
	c := cell{field: field, heading: s.settings.Matching[field], column: -1, unit: kernel.Whole(1), values: s.settings.Values[field], put: s.put}
	if c.heading != "" {
		c.column = slices.Index(s.header, c.heading)
	}
	if c.column >= 0 && s.units[c.column] > 1 {
		c.unit = kernel.Whole(s.units[c.column])
	}
	return c
}

// raw is what the file has in the cell.
func (c cell) raw(row []string) string {
	if c.column < 0 || c.column >= len(row) {
		return ""
	}
	return row[c.column]
}

// text is the cleaned cell, with the value that the settings put for it.
func (c cell) text(row []string) string {
	s := clean.Text(c.raw(row))
	if s == "NULL" { // as databases write it
		s = ""
	}
	if c.values != nil {
		if to, ok := c.values[s]; ok {
			c.put.count(c.field, s, to)
			return to
		}
	}
	return s
}

// code is a text that some programs write as a number: 13085.0 is 13085.
func (c cell) code(row []string) string {
	s := c.text(row)
	if bare, ok := strings.CutSuffix(s, ".0"); ok && strings.Trim(bare, "0123456789") == "" {
		return bare
	}
	return s
}

// number is the figure in the cell; filled is false for a blank one.
func (c cell) number(row []string) (n kernel.Decimal, filled bool, bad *Rejection) {
	s := c.text(row)
	if s == "" {
		return n, false, nil
	}
	n, err := clean.Number(s)
	if err == nil && c.unit != kernel.Whole(1) && !strings.ContainsAny(s, "万亿") { // unless the cell has its own
		n, err = n.Times(c.unit)
	}
	if err != nil {
		return n, false, c.reject(row, "bad_number")
	}
	return n, true, nil
}

// date is the day in the cell; zero for a blank one.
func (c cell) date(row []string, order clean.Order) (d kernel.Date, bad *Rejection) {
	s := c.text(row)
	if s == "" {
		return d, nil
	}
	d, err := clean.Date(s, order)
	if err != nil {
		return d, c.reject(row, "bad_date")
	}
	return d, nil
}

// reject blames the cell.
func (c cell) reject(row []string, reason string) *Rejection {
	return &Rejection{Column: c.heading, Value: c.raw(row), Reason: reason}
}
