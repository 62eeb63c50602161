package main

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"erba/analysis/clean"
	"erba/analysis/sales"
	"erba/kernel"
	"erba/platform/sheet"
)

func columnFlags(c *cobra.Command) {
	f := c.Flags()
	f.String("customer", "", "column of the customer")
	f.String("date", "", "column of the date")
	f.String("order", "", "column of the order number; without it every row is an order")
	f.String("amount", "", "column of the amount")
	f.String("quantity", "", "column of the quantity, with --price")
	f.String("price", "", "column of the unit price, with --quantity")
	f.Bool("positive-only", false, "leave out rows whose quantity, price or amount is not above zero")
	f.StringArray("exclude", nil, "leave out rows: 'COL=X' equals, 'COL^=X' starts with; may be repeated")
	_ = c.MarkFlagRequired("customer")
	_ = c.MarkFlagRequired("date")
	c.MarkFlagsOneRequired("amount", "quantity")
	c.MarkFlagsRequiredTogether("quantity", "price")
}

// columns are where in a row everything stands; −1 is nowhere.
type columns struct {
	customer, date, order, amount, quantity, price int
	positiveOnly                                   bool
	exclusions                                     []exclusion
	dates                                          clean.Order
}

// exclusion leaves out the rows whose cell equals a text or begins with it.
type exclusion struct {
	column int
	text   string
	prefix bool
}

func (x exclusion) hits(cells []string) bool {
	cell := strings.TrimSpace(cells[x.column])
	return cell == x.text || x.prefix && strings.HasPrefix(cell, x.text)
}

// tabulate reads a file row by row into a book.
func tabulate(c *cobra.Command, path string) (t *tabulation, err error) {
	t = &tabulation{reasons: map[string]int{}}
	end, err := lastDay(c, t)
	if err != nil {
		return nil, err
	}
	f, err := sheet.Open(path, sheet.Options{})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	at, err := findColumns(c, f)
	if err == nil {
		at.dates, err = orderOfDates(path, at.date)
	}
	if err != nil {
		return nil, err
	}
	return t, t.fill(f, at, end)
}

// fill makes the book of the rows up to a day.
func (t *tabulation) fill(f *sheet.File, at columns, end kernel.Date) error {
	var ledger sales.Ledger
	if err := t.read(f, at, end, &ledger); err != nil {
		return err
	}
	if t.book = ledger.Book(); t.asOf.IsZero() && len(t.book.Customers) > 0 {
		t.asOf = t.book.Last().Add(1)
	}
	return nil
}

// lastDay is the day after which rows are left out, if there is one.
func lastDay(c *cobra.Command, t *tabulation) (end kernel.Date, err error) {
	if t.asOf, err = dayFlag(c, "as-of"); err != nil {
		return end, err
	}
	end, err = dayFlag(c, "period-end")
	if end.IsZero() || !t.asOf.IsZero() && t.asOf.Compare(end) < 0 {
		end = t.asOf
	}
	return end, err
}

func (t *tabulation) read(f *sheet.File, at columns, end kernel.Date, ledger *sales.Ledger) error {
	for {
		row, err := f.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		t.seen++
		line, verdict := at.line(row.Cells)
		switch {
		case verdict == excluded:
			t.excluded++
		case verdict != "":
			t.reasons[verdict]++
		case !end.IsZero() && line.Day.Compare(end) > 0:
			t.later++
		default:
			if err := ledger.Add(line); err != nil {
				return err
			}
		}
	}
}

// What becomes of a row that is not booked.
const (
	excluded          = "excluded"
	customerMissing   = "customer_missing"
	dateUnreadable    = "date_unreadable"
	amountUnreadable  = "amount_unreadable"
	firstRowsForDates = 2000
)

// line is the line of a row, or the verdict on it.
func (at columns) line(cells []string) (line sales.Line, verdict string) {
	if line.Customer = clean.Text(cells[at.customer]); line.Customer == "" {
		return line, customerMissing
	}
	if slices.ContainsFunc(at.exclusions, func(x exclusion) bool { return x.hits(cells) }) {
		return line, excluded
	}
	var err error
	if line.Day, err = clean.Date(cells[at.date], at.dates); err != nil {
		return line, dateUnreadable
	}
	if at.order >= 0 {
		line.Order = clean.Text(cells[at.order])
	}
	return line, at.value(&line, cells)
}

// value reads the figures of a line.
func (at columns) value(line *sales.Line, cells []string) (verdict string) {
	positive := true
	read := func(column int) (n kernel.Decimal) {
		if column >= 0 && verdict == "" {
			var err error
			if n, err = clean.Number(cells[column]); err != nil {
				verdict = amountUnreadable
			}
			positive = positive && n.Sign() > 0
		}
		return n
	}
	line.Amount = read(at.amount)
	quantity, price := read(at.quantity), read(at.price)
	line.Buys = at.quantity >= 0 && quantity.Sign() > 0 || at.quantity < 0 && line.Amount.Sign() >= 0
	if at.amount < 0 && verdict == "" {
		var err error
		if line.Amount, err = quantity.Times(price); err != nil {
			verdict = amountUnreadable
		}
	}
	if verdict == "" && at.positiveOnly && !positive {
		return excluded
	}
	return verdict
}

// findColumns looks for the columns that the flags name.
func findColumns(c *cobra.Command, f *sheet.File) (at columns, err error) {
	find := func(flag string) int {
		name, _ := c.Flags().GetString(flag)
		if name == "" || err != nil {
			return -1
		}
		var i int
		i, err = columnOf(f, name)
		return i
	}
	at = columns{customer: find("customer"), date: find("date"), order: find("order"),
		amount: find("amount"), quantity: find("quantity"), price: find("price")}
	if err != nil {
		return at, err
	}
	at.positiveOnly, _ = c.Flags().GetBool("positive-only")
	texts, _ := c.Flags().GetStringArray("exclude")
	for _, text := range texts {
		x, err := parseExclusion(f, text)
		if err != nil {
			return at, err
		}
		at.exclusions = append(at.exclusions, x)
	}
	return at, nil
}

// columnOf is where a column stands, by its heading, letter for letter or else
// without regard to blanks and case.
func columnOf(f *sheet.File, name string) (int, error) {
	if i := slices.Index(f.Header, name); i >= 0 {
		return i, nil
	}
	i := slices.IndexFunc(f.Header, func(h string) bool { return strings.EqualFold(clean.Text(h), clean.Text(name)) })
	if i < 0 {
		return i, kernel.Invalid("analyze.no_column", "file", f.Name, "column", name, "columns", strings.Join(f.Header, ", "))
	}
	return i, nil
}

func parseExclusion(f *sheet.File, text string) (x exclusion, err error) {
	column, value, ok := strings.Cut(text, "=")
	column, x.prefix = strings.CutSuffix(column, "^")
	if !ok {
		return x, kernel.Invalid("analyze.bad_exclusion", "exclusion", text)
	}
	x.text = strings.TrimSpace(value)
	x.column, err = columnOf(f, column)
	return x, err
}

// orderOfDates looks through the first rows whether the day or the month is first.
func orderOfDates(path string, column int) (order clean.Order, err error) {
	f, err := sheet.Open(path, sheet.Options{})
	if err != nil {
		return order, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	var cells []string
	for range firstRowsForDates {
		row, err := f.Next()
		if err != nil {
			break // the reading proper meets it again
		}
		cells = append(cells, row.Cells[column])
	}
	return clean.OrderOf(cells), nil
}
