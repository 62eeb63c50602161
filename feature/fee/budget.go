package fee

import (
	"slices"
	"strings"

	"erba/analysis/fee"
	"erba/kernel"
)

// Budget is how much may be spent in some days.
type Budget struct {
	ID      kernel.ID   `json:"id"             db:"id"`
	From    kernel.Date `json:"from"           db:"from_on"`
	Until   kernel.Date `json:"until"          db:"until_on"`
	Type    string      `json:"type"           db:"type" doc:"And everything below it; empty: all types"`
	Owner   kernel.ID   `json:"owner,omitzero" db:"owner_id" doc:"Who spends it; nobody: everybody"`
	Amount  int64       `json:"amount"         db:"amount"`
	Note    string      `json:"note"           db:"note"`
	By      kernel.ID   `json:"by,omitzero"    db:"by_id"`
	Made    kernel.Date `json:"made"           db:"made_on"`
	Version int64       `json:"version"        db:"version"`
}

// Revision is the version that a change must name.
func (b Budget) Revision() int64 { return b.Version }

// Check reports the first rule that a budget breaks.
func (b *Budget) Check(c fee.Config) error {
	b.Note = strings.TrimSpace(b.Note)
	_, known := c.Find(b.Type)
	switch {
	case !sane(b.From) || !sane(b.Until) || b.From.Compare(b.Until) > 0 || b.Until.Days(b.From) > longestSpan:
		return kernel.Invalid("fee.bad_days").In("until")
	case b.Type != "" && !known:
		return kernel.Invalid("fee.no_type").In("type")
	case b.Amount <= 0 || b.Amount > most:
		return kernel.Invalid("fee.bad_amount").In("amount")
	case len([]rune(b.Note)) > longestText:
		return kernel.Invalid("fee.bad_text", "max", longestText).In("note")
	}
	return nil
}

// Purse is a budget with what is left of it.
type Purse struct {
	Budget
	Ours string `json:"ours" db:"ours" doc:"Who spends it"`
	Used int64  `json:"used" db:"-"    doc:"Paid"`
	Held int64  `json:"held" db:"-"    doc:"Granted and not yet paid"`
	Left int64  `json:"left" db:"-"`
}

// part is what one request takes of a budget.
type part struct {
	Agreed int64  `db:"agreed"`
	Paid   int64  `db:"paid"`
	State  string `db:"state"`
}

// fill counts what requests take.
func (p *Purse) fill(all []part) {
	for _, one := range all {
		p.Used += one.Paid
		if one.State == Approved || one.State == Executed {
			p.Held += max(one.Agreed-one.Paid, 0)
		}
	}
	p.Left = p.Amount - p.Used - p.Held
}

// holds reports whether a request is paid from it.
func (b Budget) holds(c fee.Config, r Request) bool {
	return b.From.Compare(r.From) <= 0 && r.From.Compare(b.Until) <= 0 && (b.Owner.IsZero() || b.Owner == r.By) && slices.Contains(c.Below(b.Type), r.Type)
}
