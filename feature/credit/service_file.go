package credit

import (
	"context"
	"errors"
	"io"
	"strings"

	"erba/analysis/clean"
	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/sheet"
)

const mostRows = 20_000 // of one file

// Checked is a file of orders with what became of each.
type Checked struct {
	Passed  int    `json:"passed"`
	Blocked int    `json:"blocked"`
	Wrong   int    `json:"wrong"   doc:"Rows that are no order"`
	Rows    []Line `json:"rows"`
}

// Line is a row of the file with the columns that answer it.
type Line struct {
	Row     int       `json:"row"               doc:"As a spreadsheet counts"`
	Code    string    `json:"code"`
	Number  string    `json:"number"`
	Account kernel.ID `json:"account,omitzero"  row:"account"`
	Says    string    `json:"says"              enum:"pass,blocked,wrong"`
	Why     string    `json:"why,omitempty"     doc:"What is wrong with the row"`
	Check   *Verdict  `json:"check,omitempty"   may:"credit:read"`
}

// CheckFile checks the orders of a file one by one, as if each had been sent alone:
// what is wrong with one row keeps no other from its answer, and a file that is sent
// again is answered the same.
func (s *Service) CheckFile(ctx context.Context, body io.Reader, says sheet.Says) (c Checked, err error) {
	c.Rows = []Line{}
	file, err := sheet.Bring(body, "orders", needed, min(identity.Brings(ctx), mostRows))
	if err != nil {
		return c, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	at := columns(file.Header())
	for row, err := range file.Rows() {
		if err != nil {
			return c, err
		}
		row.Cells = arranged(row.Cells, at)
		line, err := s.line(ctx, row, says)
		if err != nil {
			return c, err
		}
		c.Add(line)
	}
	return c, nil
}

// Add counts an answered row.
func (c *Checked) Add(l Line) {
	switch l.Says {
	case "pass":
		c.Passed++
	case "blocked":
		c.Blocked++
	default:
		c.Wrong++
	}
	c.Rows = append(c.Rows, l)
}

// Line is an answer as that of a row.
func (a Answer) Line(row int, code string) Line {
	l := Line{Row: row, Code: code, Number: a.Number, Account: a.Account, Says: "blocked", Check: a.Check}
	if a.Pass {
		l.Says = "pass"
	}
	return l
}

// line checks the order of one row.
func (s *Service) line(ctx context.Context, row sheet.Row, says sheet.Says) (l Line, err error) {
	l = Line{Row: row.Number, Code: row.Cells[0], Number: row.Cells[1], Says: "wrong"}
	o, err := s.read(ctx, row.Cells)
	if err == nil {
		var a Answer
		if a, err = s.Check(ctx, o); err == nil {
			return a.Line(row.Number, l.Code), nil
		}
	}
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		l.Why = says(f.Key, f.Args)
		return l, nil
	}
	return l, err
}

// read is the order of a row.
func (s *Service) read(ctx context.Context, cells []string) (o Order, err error) {
	o.Number, o.Currency = cells[1], cells[3]
	amount, err := kernel.ParseDecimal(strings.ReplaceAll(cells[2], ",", ""))
	if err != nil {
		return o, kernel.Invalid("credit.bad_amount_cell", "value", cells[2])
	}
	o.Original = amount.Minor()
	if text := cells[4]; text != "" {
		if o.On, err = clean.Date(text, clean.None); err != nil {
			return o, kernel.Invalid("credit.bad_day_cell", "value", text)
		}
	}
	o.Account, err = s.Coded(ctx, cells[0])
	return o, err
}

// Coded is the account in sight that has a code.
func (s *Service) Coded(ctx context.Context, code string) (id kernel.ID, err error) {
	if code == "" {
		return id, kernel.Invalid("credit.no_code")
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		found, err := s.Accounts.Resolve(tx, []account.Ref{{Code: code}})
		if err == nil && found[0].IsZero() {
			err = kernel.Invalid("credit.no_account", "code", code)
		}
		if err == nil {
			id = found[0]
		}
		return err
	})
	return id, err
}
