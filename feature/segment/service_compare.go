package segment

import (
	"context"

	"erba/feature/portfolio"
	"erba/kernel"
)

// Compared is a segment, or a band of one, beside others.
type Compared struct {
	ID   kernel.ID `json:"id,omitzero" doc:"Absent: all accounts in sight"`
	Name string    `json:"name"`
	Band int       `json:"band" doc:"0: all of it"`
	portfolio.Totals
}

// Comparison is several segments beside each other, all accounts first.
type Comparison struct {
	AsOf     kernel.Date `json:"as_of"`
	Currency string      `json:"currency"`
	Scope    string      `json:"scope" enum:"all,own" doc:"own: of the accounts that the viewer sees"`
	Columns  []Compared  `json:"columns"`
}

// mostCompared is how many segments stand beside each other at once.
const mostCompared = 12

// Compare puts segments beside each other; a set of bands with all its bands.
func (s *Service) Compare(ctx context.Context, ids []kernel.ID, asOf kernel.Date) (c Comparison, err error) {
	if len(ids) > mostCompared {
		return c, kernel.Invalid("segment.too_many", "max", mostCompared)
	}
	facts, err := s.portfolio.Facts(ctx, asOf)
	if err != nil {
		return c, err
	}
	c = Comparison{AsOf: facts.Ask.AsOf, Currency: facts.Currency, Scope: facts.Scope()}
	c.Columns = append(c.Columns, Compared{Totals: facts.Total(everybody(facts))})
	for _, id := range ids {
		one, err := s.Find(ctx, id)
		if err != nil {
			return c, err
		}
		v := view{Facts: facts}
		if err := v.find(one.Definition); err != nil {
			return c, hidden(err)
		}
		c.Columns = append(c.Columns, v.compared(one)...)
	}
	return c, nil
}

func everybody(f *portfolio.Facts) (rows []int32) {
	for row := range int32(f.Len()) {
		if f.Sees(row) {
			rows = append(rows, row)
		}
	}
	return rows
}

func (v *view) compared(one Segment) (all []Compared) {
	if v.Definition.Bands == nil {
		return []Compared{{one.ID, one.Name, 0, v.Total(v.Split.Bands[0])}}
	}
	for i, name := range v.names() {
		all = append(all, Compared{one.ID, one.Name + " · " + name, i + 1, v.Total(v.Split.Bands[i])})
	}
	return all
}
