package opportunity

import (
	"errors"
	"slices"

	"erba/analysis/sale"
	"erba/feature/account"
	"erba/feature/importing"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
)

// dealing is what a file would do to deals.
type dealing struct {
	importing.Dealt
	cfg   sale.Config
	known map[string]Deal
	at    map[string]int  // by code, the place in next
	next  []Deal          // to be booked
	led   []kernel.ID     // for whom the bringer speaks; nil: for everybody
	bound map[string]bool // codes of deals that offer something at a price
}

// BookDeals takes over deals from a file: new codes are added, known ones filled
// in. Deals without an account that belong to no user are whose file it is.
func (s *Service) BookDeals(tx *db.Tx, all []importing.Deal) (importing.Dealt, error) {
	d, err := s.dealing(tx, all)
	if err != nil || len(d.next) == 0 {
		return d.Dealt, err
	}
	if _, _, _, err := s.Book(tx, d.next); err != nil {
		return d.Dealt, err
	}
	now, err := byCode(identity.Whole(tx), codes(d.next))
	if err != nil {
		return d.Dealt, err
	}
	for _, one := range d.next {
		after := now[one.Code]
		before, was := d.known[one.Code]
		switch {
		case !was:
			d.Written = append(d.Written, kernel.WrittenOver[Deal](nil, after.ID, after.Version))
			err = errors.Join(err, keep(tx, after))
		case after.Version != before.Version:
			d.Written = append(d.Written, kernel.WrittenOver(&before, after.ID, after.Version))
		}
	}
	return d.Dealt, errors.Join(err, audit.Note(tx, "opportunity.booked", "opportunity", kernel.ID{},
		map[string]int{"inserted": d.Inserted, "updated": d.Updated}))
}

// keep lets who brings a deal see it, where nobody else would.
func keep(tx *db.Tx, d Deal) error {
	by := viewer(tx.Context())
	if !d.Account.IsZero() || !d.Owner.IsZero() || by.IsZero() {
		return nil
	}
	return identity.Join(tx, identity.Member{Row: d.ID, User: by, Owner: true})
}

// CompareDeals counts what BookDeals would do and writes nothing.
func (s *Service) CompareDeals(tx *db.Tx, all []importing.Deal) (importing.Dealt, error) {
	d, err := s.dealing(tx, all)
	return d.Dealt, err
}

// dealing tells new deals, changed ones and those that cannot be booked apart.
func (s *Service) dealing(tx *db.Tx, all []importing.Deal) (d dealing, err error) {
	d.at = map[string]int{}
	if d.cfg, err = s.Config(tx); err != nil {
		return d, err
	}
	named := make([]string, len(all))
	for i, one := range all {
		named[i] = one.Code
	}
	if d.known, err = byCode(tx, named); err != nil {
		return d, err
	}
	hidden, err := byCode(identity.Whole(tx), named)
	if err != nil {
		return d, err
	}
	if d.led, err = spoken(tx); err != nil {
		return d, err
	}
	d.bound, err = offering(tx, named)
	for i, one := range all {
		_, seen := d.known[one.Code]
		if _, there := hidden[one.Code]; there && !seen {
			d.Refused = append(d.Refused, account.Refusal{Index: i, Fault: kernel.Refused("opportunity.taken", "code", one.Code)})
			continue
		}
		d.sort(i, one)
	}
	return d, err
}

// spoken are those for whom the viewer may speak: himself and his line; nil: for
// everybody, as he who sees all.
func spoken(tx *db.Tx) ([]kernel.ID, error) {
	if v, _ := identity.From(tx.Context()); !v.ID.IsZero() && !v.SeesAll() {
		return identity.Led(tx, v.ID)
	}
	return nil, nil
}

// sort says what becomes of one deal.
func (d *dealing) sort(i int, one importing.Deal) {
	if d.led != nil && !slices.Contains(d.led, one.Owner) {
		one.Owner = kernel.ID{}
	}
	deal, known := d.deal(one)
	if !known {
		d.Strange = append(d.Strange, one.Stage)
	}
	before, was := d.known[one.Code]
	at, again := d.at[one.Code]
	next := deal
	switch {
	case again:
		next = d.next[at].filled(deal)
	case was:
		next = before.filled(deal)
	}
	if fault := d.refuses(next); fault != nil {
		d.Refused = append(d.Refused, account.Refusal{Index: i, Fault: fault})
		return
	}
	if again {
		d.next[at] = next
		d.Same++
		return
	}
	d.count(i, next)
	if !was || !equal(next, before) {
		d.at[one.Code] = len(d.next)
		d.next = append(d.next, deal)
	}
}

// count says whether a deal is new, another one than before, or the same.
func (d *dealing) count(i int, next Deal) {
	sample := kernel.Sample[importing.Deal]{Row: i, Now: next.file()}
	switch before, was := d.known[next.Code]; {
	case !was:
		d.Inserted++
	case equal(next, before):
		d.Same++
		return
	default:
		old := before.file()
		sample.Was = &old
		d.Updated++
	}
	d.Some = kernel.Sampled(d.Some, sample)
}

// refuses says what keeps a deal out as it would be.
func (d *dealing) refuses(next Deal) *kernel.Fault {
	err := next.proper()
	if before, was := d.known[next.Code]; err == nil && was && d.led != nil {
		err = d.permits(before, next)
	}
	fault, _ := errors.AsType[*kernel.Fault](err)
	return fault
}

// permits refuses what nobody might say by hand: that a deal which has ended was
// another one, or that one which offers prices goes on without being asked for them.
func (d *dealing) permits(before, next Deal) error {
	switch moved := before.Stage != next.Stage || before.State != next.State; {
	case !before.Live() && (moved || !weighs(before, next)):
		return kernel.Refused("opportunity.ended")
	case d.bound[before.Code] && (moved || number(before.Amount) != number(next.Amount)):
		return kernel.Refused("opportunity.goes_here")
	}
	return nil
}

// proper reports what keeps a deal out; a day that is missing is filled in later.
func (d Deal) proper() error {
	d.tidy()
	if d.Opened.IsZero() {
		d.Opened = kernel.Today()
	}
	if !d.Closed.IsZero() && d.Closed.Compare(d.Opened) < 0 {
		return kernel.Invalid("opportunity.closed_before")
	}
	if d.Closed.Compare(kernel.Today()) > 0 {
		return kernel.Invalid("opportunity.bad_closed")
	}
	return d.Check()
}

// deal is what a file says of one, in our words. Of a deal that is known it says
// nothing about what people call it, and an ending does not change the step.
func (d *dealing) deal(one importing.Deal) (deal Deal, known bool) {
	deal = Deal{Code: one.Code, Account: one.Account, Owner: one.Owner, OwnerName: one.OwnerName, Product: one.Product, Opened: one.Opened,
		Amount: one.Amount, Original: one.Original, Currency: one.Currency}
	deal.Process, deal.Stage, deal.State, known = standing(d.cfg, one.Stage)
	before, was := d.known[one.Code]
	switch {
	case deal.Live():
		deal.Expected = one.Closed // a day to come is what is hoped for
	default:
		deal.Closed = one.Closed
		if deal.Opened.IsZero() && !was {
			deal.Opened, deal.Unopened = one.Closed, true
		}
	}
	if !was {
		deal.Name = called(one)
		return deal, known
	}
	if !deal.Live() {
		deal.Process, deal.Stage = before.Process, before.Stage
	}
	return deal, known
}

// called is the name of a deal that has none.
func called(one importing.Deal) string {
	switch {
	case one.Product != "" && one.Called != "":
		return one.Called + " · " + one.Product
	case one.Product != "":
		return one.Product
	case one.Called != "":
		return one.Called
	}
	return one.Code
}

// file is a deal as a file would say it.
func (d Deal) file() importing.Deal {
	ended := d.Closed
	if d.Live() {
		ended = d.Expected
	}
	stage := d.Stage
	if !d.Live() {
		stage = d.State
	}
	return importing.Deal{Code: d.Code, Account: d.Account, Owner: d.Owner, OwnerName: d.OwnerName, Product: d.Product, Stage: stage,
		Opened: d.Opened, Closed: ended, Amount: d.Amount, Original: d.Original, Currency: d.Currency}
}
