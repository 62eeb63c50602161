package account

import "erba/kernel"

// Effect is how well a source works (M54).
type Effect struct {
	Source      string   `json:"source"`
	Direct      bool     `json:"direct" doc:"We found the customer ourselves"`
	Leads       int64    `json:"leads"  doc:"Accounts found this way"`
	Won         int64    `json:"won"    doc:"Those that ever ordered"`
	Rate        *float64 `json:"rate,omitempty" doc:"Won of leads, 0–1"`
	Cost        int64    `json:"cost_minor"`
	PerLead     *int64   `json:"cost_per_lead_minor,omitempty"`
	PerCustomer *int64   `json:"cost_per_customer_minor,omitempty"`
}

// judge works out the ratios; one over nothing stays unknown.
func (e *Effect) judge() {
	if e.Leads > 0 {
		e.Rate = new(float64(e.Won) / float64(e.Leads))
		e.PerLead = new(rounded(e.Cost, e.Leads))
	}
	if e.Won > 0 {
		e.PerCustomer = new(rounded(e.Cost, e.Won))
	}
}

// rounded divides, half away from zero; both are at least zero.
func rounded(sum, by int64) int64 { return (sum + by/2) / by }

// Spending is what was paid for finding customers in one way.
type Spending struct {
	ID     kernel.ID   `json:"id"           db:"id"`
	Source string      `json:"source"       db:"source"`
	On     kernel.Date `json:"spent_on"     db:"spent_on"`
	Amount int64       `json:"amount_minor" db:"amount_minor"`
	Note   string      `json:"note"         db:"note"`
}

// Check reports the first rule the spending breaks.
func (s Spending) Check() error {
	switch {
	case !KnownSource(s.Source):
		return kernel.Invalid("account.bad_source", "source", s.Source)
	case s.Amount <= 0:
		return kernel.Invalid("account.bad_spending")
	case s.On.IsZero():
		return kernel.Invalid("account.no_spending_day")
	case len([]rune(s.Note)) > longestName:
		return kernel.Invalid("account.too_long", "text", s.Note, "max", longestName)
	}
	return nil
}

// Referral is an account that brought others.
type Referral struct {
	Account  kernel.ID `json:"account"`
	Name     string    `json:"name"`
	Referred int64     `json:"referred"`
	Won      int64     `json:"won"`
	Sales    int64     `json:"sales_minor" doc:"Of the referred accounts in 12 months"`
}

// Effectiveness is the table of sources, and who refers others to us.
type Effectiveness struct {
	Sources   []Effect   `json:"sources"`
	Referrers []Referral `json:"referrers" doc:"The best first"`
}
