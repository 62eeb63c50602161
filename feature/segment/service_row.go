package segment

import (
	"context"
	"iter"

	"erba/analysis/null"
	rule "erba/analysis/segment"
	"erba/analysis/why"
	"erba/feature/portfolio"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/export"
)

// member is an account as it is listed, as far as the viewer may read.
func member(f *portfolio.Facts, row int32) Member {
	a := f.Account(row)
	m := Member{ID: a.ID, Code: a.Code, Name: a.Name, Region: a.Region, Industry: a.Industry, Owner: a.Owner,
		ABC: f.Word("abc", row), Tier: f.Word("tier", row)}
	if sales := f.Value("sales", row); sales.Known() {
		m.Sales = new(int64(sales))
	}
	if growth := f.Value("growth", row); growth.Known() {
		m.Growth = new(float64(growth))
	}
	if last := f.Value("last_order", row); last.Known() {
		m.LastOrder = kernel.FromOrdinal(int32(last))
	}
	return m
}

// leaving are the fields of which an exported list tells, beside code, name and band.
var leaving = []string{"region", "industry", "size", "sales", "growth", "orders", "last_order", "stage", "abc", "rfm", "grid", "tier",
	"demand", "gross", "margin"}

// Leaving is a list of accounts that leaves the program.
type Leaving struct {
	Name   string
	Header []string // text keys
	Rows   iter.Seq[[]any]
}

// Export is the accounts of a segment, the largest first, with what the viewer
// may read of them.
func (s *Service) Export(ctx context.Context, id kernel.ID, band int, asOf kernel.Date) (Leaving, error) {
	one, err := s.Find(ctx, id)
	if err != nil {
		return Leaving{}, err
	}
	v, err := s.look(ctx, one.Definition, asOf)
	if err != nil {
		return Leaving{}, hidden(err)
	}
	rows, err := v.Rows(band)
	if err != nil {
		return Leaving{}, err
	}
	fields := v.exported()
	out := Leaving{Name: one.Name, Header: []string{"segment.code", "segment.field_name", "segment.band"}}
	for _, f := range fields {
		out.Header = append(out.Header, "segment.field_"+f.Name)
	}
	out.Rows = v.cells(v.Largest(rows), fields)
	return out, s.db.Write(ctx, func(tx *db.Tx) error {
		return audit.Seen(tx, "segment.exported", "segment", id, map[string]any{"accounts": len(rows), "band": band})
	})
}

// exported are the fields that leave, as far as the viewer may read them.
func (v *view) exported() (all []rule.Field) {
	known := map[string]rule.Field{}
	for _, f := range v.Fields() {
		known[f.Name] = f
	}
	for _, name := range leaving {
		if f, ok := known[name]; ok {
			all = append(all, f)
		}
	}
	return all
}

func (v *view) cells(rows []int32, fields []rule.Field) iter.Seq[[]any] {
	names, band := v.names(), v.bandOf()
	return func(yield func([]any) bool) {
		for _, row := range rows {
			a := v.Account(row)
			cells := []any{a.Code, a.Name, names[band[row]]}
			for _, f := range fields {
				cells = append(cells, v.cell(f, row))
			}
			if !yield(cells) {
				return
			}
		}
	}
}

// bandOf is the place of the band of every row that is in one.
func (v *view) bandOf() map[int32]int {
	all := map[int32]int{}
	for i, rows := range v.Split.Bands {
		for _, row := range rows {
			all[row] = i
		}
	}
	return all
}

// cell is a field as a spreadsheet has it; what is unknown is empty.
func (v *view) cell(f rule.Field, row int32) any {
	if f.Kind == rule.Text {
		return v.Word(f.Name, row)
	}
	n := v.Value(f.Name, row)
	switch {
	case !n.Known():
		return nil
	case f.Kind == rule.Day:
		return kernel.FromOrdinal(int32(n))
	case f.Unit == why.Amount:
		return export.Amount(n)
	case f.Unit == why.Share:
		return kernel.Micro(int64(null.Number(n * 1e6).Steady()))
	}
	return int64(n)
}

// Reason is why an account belongs to a segment or does not, rule by rule.
type Reason struct {
	why.Explanation
	Rules []rule.Traced `json:"rules"`
}

// Why explains where a definition puts one account.
func (s *Service) Why(ctx context.Context, id, account kernel.ID) (Reason, error) {
	if err := s.db.Read(ctx, func(tx *db.Tx) error { return s.accounts.Require(tx, account) }); err != nil {
		return Reason{}, err
	}
	one, err := s.Find(ctx, id)
	if err != nil {
		return Reason{}, err
	}
	v, err := s.look(ctx, one.Definition, kernel.Date{})
	if err != nil {
		return Reason{}, hidden(err)
	}
	row := v.Row(account)
	if row < 0 || !v.Sees(row) {
		return Reason{}, kernel.Missing("db.missing")
	}
	return v.reason(row)
}

func (v *view) reason(row int32) (r Reason, err error) {
	fields := v.Fields()
	if v.Rule == nil {
		r.Explanation, err = v.Definition.Bands.Explain(fields, v.Facts, row)
		return r, err
	}
	if r.Rules, err = v.Rule.Trace(fields, v.Facts, row); err == nil {
		r.Explanation, err = v.Rule.Explain(fields, v.Facts, row)
	}
	return r, err
}
