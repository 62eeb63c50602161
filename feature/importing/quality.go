package importing

import "time"

// Quality is how good the latest data of a source are (M92): the product of
// four shares. A share that could not be measured is absent, and so is the score.
type Quality struct {
	Source      string   `json:"source"`
	Kind        string   `json:"kind" enum:"accounts,contacts,products,orders,invoices,receipts,costs,rates,opportunities"`
	PublishedAt int64    `json:"published_at" doc:"Microseconds since 1970, UTC"`
	Rows        int64    `json:"rows"`
	Valid       float64  `json:"valid"    doc:"Rows that could be booked, of all"`
	Unique      float64  `json:"unique"   doc:"Of those, rows that were not there already"`
	Complete    *float64 `json:"complete,omitempty" doc:"Filled cells of the fields that the models need, of all such cells"`
	Fresh       float64  `json:"fresh"    doc:"1 for a month after the import, then less every day, 0 after three"`
	Score       *float64 `json:"score,omitempty" doc:"The product of the four"`
}

const (
	due  = 31 * 24 * time.Hour // a source delivers at least every month
	over = 3 * due             // after which its data say nothing about today
)

// quality judges the data of an import at an instant.
func quality(r Report, published, now time.Time) Quality {
	q := Quality{PublishedAt: published.UnixMicro(), Rows: r.Rows, Valid: portion(r.Rows-r.Rejected, r.Rows),
		Unique: portion(r.Rows-r.Rejected-r.Duplicates, r.Rows-r.Rejected), Fresh: freshness(now.Sub(published))}
	if r.Wanted > 0 {
		complete := portion(r.Filled, r.Wanted)
		score := q.Valid * q.Unique * complete * q.Fresh
		q.Complete, q.Score = &complete, &score
	}
	return q
}

// portion is a share; of nothing, everything.
func portion(some, all int64) float64 {
	if all == 0 {
		return 1
	}
	return float64(some) / float64(all)
}

func freshness(age time.Duration) float64 {
	return min(1, max(0, float64(over-age)/float64(over-due)))
}

// wanted are the fields of a kind that the models and the people who work with
// them need; a file without a column for one has it nowhere filled.
var wanted = map[string][]string{
	Accounts: {"code", "name", "uscc", "region", "city", "industry", "owner"},
	Contacts: {"account", "name", "title", "phone", "mail"},
	Products: {"code", "name", "line", "list_price", "cost", "unit"},
	Orders:   {"account", "order", "product", "date", "quantity", "cost"},
	Invoices: {"account", "number", "date", "due", "amount"},
	Receipts: {"account", "number", "date", "amount", "invoice"},
	Costs:    {"account", "number", "date", "kind"},
	Rates:    {"date", "currency", "rate"},

	Opportunities: {"id", "account", "owner", "product", "opened", "amount"},
}

// places are the columns of the wanted fields; how many of those there are.
func (s *Sheet) places() (columns []int, fields int64) {
	all := wanted[s.settings.Kind]
	for _, name := range all {
		if c := s.cell(name); c.column >= 0 {
			columns = append(columns, c.column)
		}
	}
	return columns, int64(len(all))
}
