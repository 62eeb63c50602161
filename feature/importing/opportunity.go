package importing

import (
	"erba/analysis/clean"
	"erba/kernel"
)

// Opportunity is a deal as its row says it, in the currency of the file. A file
// need not say whose it is; and whom it calls its owner need not be a user.
type Opportunity struct {
	Row            int
	Code           string
	Account        Party
	Owner          string
	Product        string
	Stage          string
	Opened, Closed kernel.Date
	Amount         *int64
	Currency       string // "" = the base currency
}

// OpportunityReader makes deals of rows.
type OpportunityReader struct {
	party                                                    partyCells
	id, owner, product, stage, opened, closed, amount, money cell
	dates                                                    clean.Order
}

// Opportunities reads the rows of a sheet as deals.
func (s *Sheet) Opportunities() *OpportunityReader {
	party := s.party()
	party.keep = true
	return &OpportunityReader{party, s.cell("id"), s.cell("owner"), s.cell("product"), s.cell("stage"), s.cell("opened"), s.cell("closed"),
		s.cell("amount"), s.cell("currency"), s.order}
}

// Read makes a deal of a row, or says which cell is to blame.
func (r *OpportunityReader) Read(row []string, o *Opportunity) (bad *Rejection) {
	if o.Code = r.id.code(row); o.Code == "" {
		return r.id.reject(row, "code_missing")
	}
	if o.Stage = r.stage.text(row); o.Stage == "" {
		return r.stage.reject(row, "stage_missing")
	}
	if o.Account, bad = r.party.read(row); bad != nil {
		return bad
	}
	o.Owner, o.Product = r.owner.text(row), r.product.text(row)
	var bad2, bad3, bad4 *Rejection
	o.Opened, bad = r.opened.date(row, r.dates)
	o.Closed, bad2 = r.closed.date(row, r.dates)
	amount, has, bad3 := r.amount.number(row)
	if o.Currency, bad4 = currency(r.money, row); first(bad, bad2, bad3, bad4) != nil {
		return first(bad, bad2, bad3, bad4)
	}
	if has {
		minor := amount.Minor()
		o.Amount = &minor
	}
	return nil
}

// Deal is an opportunity as the books take it: its account and its owner are
// known, or absent, its amount is in the base currency, and its stage is still
// the word of the file.
type Deal struct {
	Code             string
	Account          kernel.ID // zero: none, or one that nobody knows
	Called           string    // how the file calls an account that nobody knows
	Owner            kernel.ID // zero: no user
	OwnerName        string
	Product          string
	Stage            string
	Opened, Closed   kernel.Date
	Amount, Original *int64
	Currency         string
}
