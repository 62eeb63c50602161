package assessment

import (
	"context"
	"slices"

	"erba/analysis/null"
	"erba/analysis/qualification"
	"erba/analysis/why"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// inquiry is what is asked about one deal.
type inquiry struct {
	*Service
	ctx    context.Context
	deal   opportunity.Deal
	cfg    qualification.Config
	bid    Bid
	rivals []Rival
	sheet  Sheet
	given  qualification.Answers
}

// Evidence is what data says to a deal, as far as the viewer may read it: each part
// is asked under its own grant, and what he may not read is not reckoned at all.
func (s *Service) Evidence(ctx context.Context, deal kernel.ID) (e Evidence, err error) {
	q := inquiry{Service: s, ctx: ctx}
	if err := s.db.Read(ctx, func(tx *db.Tx) error { return q.begin(tx, deal, &e) }); err != nil {
		return e, err
	}
	for _, look := range []func() ([]Proof, error){q.earning, q.paying, q.credit, q.bidding, q.hours, q.wallet, q.record} {
		found, err := look()
		if err != nil {
			return e, err
		}
		e.Rows = append(e.Rows, found...)
	}
	for i := range e.Rows {
		e.Rows[i].beside(q.given, q.cfg.Gap)
	}
	e.Deal, e.Bid, e.Scope, e.May = deal, q.bid, "own", s.may(ctx, deal, writing) && q.deal.Live()
	if viewer, _ := identity.From(ctx); viewer.SeesAll() {
		e.Scope = "all"
	}
	return e, q.instead(&e)
}

// begin reads what all parts need.
func (q *inquiry) begin(tx *db.Tx, deal kernel.ID, e *Evidence) (err error) {
	if q.deal, err = q.Deals.Deal(tx, deal); err != nil {
		return err
	}
	if q.cfg, _, err = q.settings(tx); err != nil {
		return err
	}
	if q.bid, err = bid(tx, deal); err != nil {
		return err
	}
	if q.rivals, err = q.Service.rivals(tx, deal); err != nil {
		return err
	}
	if q.sheet, err = q.Latest(tx, deal); err != nil {
		return err
	}
	all, err := answers(tx, q.sheet.ID)
	if err != nil {
		return err
	}
	q.given = given(all)
	e.Currency, err = q.Ledger.Currency(tx)
	return err
}

// instead says what would come of it if people had answered as the data reads.
func (q *inquiry) instead(e *Evidence) error {
	if q.sheet.Version == 0 {
		return nil
	}
	r, err := q.cfg.Of(q.sheet.Card, qualification.Replaced(q.given, read(e.Rows)))
	e.Instead, e.Verdict, e.Same = r.Steps, r.Verdict, r.Verdict == q.sheet.Verdict && r.At == q.sheet.Outcome.At
	return err
}

// hidden is a proof that the viewer may not read: nothing was reckoned.
func hidden(kind, question string, unit why.Unit) []Proof {
	return []Proof{{Kind: kind, Question: question, State: isHidden, Unit: unit, Value: null.None, Low: null.None, High: null.None, Parts: []why.Figure{}}}
}

// earning is what is left of the amount: of what is offered, else of what the
// account has bought within a year.
func (q *inquiry) earning() ([]Proof, error) {
	const grant = "margin:read"
	if !q.may(q.ctx, q.deal.ID, grant) {
		return hidden(Earning, qualification.Earning, why.Share), nil
	}
	value, from := null.None, "assessment.from_lines"
	err := q.db.Read(identity.Under(q.ctx, grant), func(tx *db.Tx) error {
		lines, err := offers(tx, q.deal.ID)
		value = left(lines)
		return err
	})
	if err != nil {
		return nil, err
	}
	if !value.Known() && !q.deal.Account.IsZero() {
		sum, err := q.Ledger.Summary(identity.Under(q.ctx, grant), q.deal.Account, q.today(), 12)
		if err != nil {
			return nil, err
		}
		if from = "assessment.from_account"; sum.Net > 0 && sum.Gross != 0 {
			value = null.Ratio(null.Of(sum.Gross), null.Of(sum.Net))
		}
	}
	p := proof(Earning, qualification.Earning, why.Share, value, q.cfg.Data.Earning)
	p.From = from
	return []Proof{p}, nil
}

// left is the share of what is asked that costs leave over; None where a cost is not
// known.
func left(lines []offered) null.Number {
	var asked, spent float64
	for _, l := range lines {
		if l.Cost == nil {
			return null.None
		}
		asked += float64(l.Quantity) * float64(l.Asked)
		spent += float64(l.Quantity) * float64(*l.Cost)
	}
	return null.Ratio(null.Of(asked-spent), null.Of(asked))
}

// bidding is what bidding takes, as a share of the amount. It is not set against what
// the deal leaves: that would tell it.
func (q *inquiry) bidding() ([]Proof, error) {
	value := null.None
	if q.bid.Spend != nil && q.deal.Amount != nil {
		value = null.Ratio(null.Of(*q.bid.Spend), null.Of(*q.deal.Amount))
	}
	p := proof(Bidding, qualification.Near, why.Share, value, q.cfg.Data.Bidding)
	if q.bid.Spend != nil {
		p.Parts = append(p.Parts, why.Known("assessment.part_spend", why.Amount, *q.bid.Spend))
	}
	return []Proof{p}, nil
}

// hours is whether the people whom bidding takes have the hours until the order is
// expected: of him who has the fewest.
func (q *inquiry) hours() ([]Proof, error) {
	worst := proof(Hours, qualification.Effort, why.Share, null.None, q.cfg.Data.Hours)
	viewer, _ := identity.From(q.ctx)
	days := q.deal.Expected.Days(q.today())
	if len(q.bid.People) == 0 || !viewer.May("coverage:read") || q.deal.Expected.IsZero() || days <= 0 {
		return []Proof{worst}, nil
	}
	board, err := q.Coverage.Board(identity.Under(q.ctx, "coverage:read"))
	if err != nil {
		return nil, err
	}
	for _, n := range q.bid.People {
		at := slices.IndexFunc(board.Staff, func(p staff) bool { return p.User == n.User })
		if at < 0 {
			return []Proof{proof(Hours, qualification.Effort, why.Share, null.None, q.cfg.Data.Hours)}, nil
		}
		p, err := q.free(n, board.Staff[at], days)
		if err != nil {
			return nil, err
		}
		if !worst.Value.Known() || p.Value < worst.Value {
			worst = p
		}
	}
	return []Proof{worst}, nil
}

// free is how many of the hours that somebody is needed for he has.
func (q *inquiry) free(n Needed, p staff, days int) (Proof, error) {
	var other kernel.Decimal
	err := q.db.Read(q.ctx, func(tx *db.Tx) (err error) {
		other, err = otherwise(tx, q.deal.ID, n.User)
		return err
	})
	has := max(0, (p.Capacity.Float()-p.Hours.Float())*float64(days)/365-other.Float())
	one := proof(Hours, qualification.Effort, why.Share, null.Of(has/n.Hours.Float()), q.cfg.Data.Hours)
	one.Name, one.Parts = n.Name, []why.Figure{why.Known("assessment.part_free", why.Count, float64(int(has+0.5))), why.Known("assessment.part_needed", why.Count, n.Hours.Float())}
	return one, err
}

// wallet is our share of what the customer buys.
func (q *inquiry) wallet() ([]Proof, error) {
	const grant = "revenue:read"
	if !q.may(q.ctx, q.deal.ID, grant) {
		return hidden(Wallet, qualification.Bond, why.Share), nil
	}
	value := null.None
	if !q.deal.Account.IsZero() {
		facts, err := q.Portfolio.Facts(identity.Under(q.ctx, grant), kernel.Date{})
		if err != nil {
			return nil, err
		}
		if row := facts.Row(q.deal.Account); row >= 0 && facts.Sees(row) {
			value = facts.Value("wallet", row)
		}
	}
	p := proof(Wallet, qualification.Bond, why.Share, value, q.cfg.Data.Wallet)
	p.From = "assessment.from_wallet"
	return []Proof{p}, nil
}

// Plan says what it takes to bid, over the version that was read.
func (s *Service) Plan(ctx context.Context, b Bid) (Bid, error) {
	if err := b.Check(); err != nil {
		return b, err
	}
	err := s.db.Write(ctx, func(tx *db.Tx) error {
		d, err := s.Deals.Deal(tx, b.Deal)
		if err != nil {
			return err
		}
		if !d.Live() {
			return kernel.Refused("assessment.closed")
		}
		before, err := bid(tx, b.Deal)
		if err != nil {
			return err
		}
		if before.Version != b.Version {
			return kernel.Stale("db.stale")
		}
		return s.plan(tx, before, &b)
	})
	return b, err
}

func (s *Service) plan(tx *db.Tx, before Bid, b *Bid) error {
	users := make([]kernel.ID, len(b.People))
	for i, p := range b.People {
		users[i] = p.User
	}
	if len(users) > 0 {
		if n, err := active(tx, users); err != nil || n < len(users) {
			return either(err, kernel.Invalid("assessment.nobody").In("people"))
		}
	}
	b.ByID, _ = viewer(tx.Context())
	if err := setBid(tx, *b); err != nil {
		return err
	}
	b.Version++
	return audit.Changed(tx, "assessment.planned", "opportunity", b.Deal, before, *b)
}
