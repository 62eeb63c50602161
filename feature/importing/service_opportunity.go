package importing

import (
	"strings"

	"erba/feature/account"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/db"
)

// Dealt is what booking deals did, or would do.
type Dealt struct {
	Inserted, Updated, Same int
	Written                 []kernel.Written
	Some                    []kernel.Sample[Deal]
	Refused                 []account.Refusal
	Strange                 []string // words for stages that nobody knows, one for each deal: it was booked at the first stage
}

// Dealer keeps deals. It stands above this feature and offers itself to it.
type Dealer interface {
	keeper
	BookDeals(tx *db.Tx, all []Deal) (Dealt, error)
	CompareDeals(tx *db.Tx, all []Deal) (Dealt, error)
}

// Deals names who keeps deals.
func (s *Service) Deals(d Dealer) { s.dealer = d }

// bargains is how a file of opportunities is booked.
type bargains struct {
	*books
	users    map[string]kernel.ID
	products map[string]string // codes by what files call a product
	all      []Deal
	places   []int // in the piece
}

// opportunities books the file as deals. What is not known of a deal is counted,
// and does not keep it out.
func (l *load) opportunities() error {
	b, err := l.bargains()
	if err != nil {
		return err
	}
	reader := l.sheet.Opportunities()
	read := func(n int, row []string, o *Opportunity) *Rejection {
		o.Row = n
		return reader.Read(row, o)
	}
	return run(l, read, func(p *piece[Opportunity]) error {
		named := make([]Party, 0, len(p.rows))
		for i := range p.rows {
			if p.rows[i].Account != (Party{}) {
				named = append(named, p.rows[i].Account)
			}
		}
		if err := l.resolve(len(named), func(i int) Party { return named[i] }); err != nil {
			return err
		}
		b.all, b.places = b.all[:0], b.places[:0]
		for i := range p.rows {
			deal, bad := b.deal(&p.rows[i])
			if bad != nil {
				l.refuse(*bad, p.cellsOf(i))
				continue
			}
			b.all, b.places = append(b.all, deal), append(b.places, i)
		}
		return l.each(len(b.all), func(tx *db.Tx, from, to int) error { return b.book(tx, p, from, to) })
	})
}

func (l *load) bargains() (*bargains, error) {
	ledger, err := l.books(kernel.ID{})
	if err != nil {
		return nil, err
	}
	b := &bargains{books: ledger, users: map[string]kernel.ID{}, products: map[string]string{}}
	return b, l.db.Read(l.ctx, func(tx *db.Tx) error {
		if err := meet(tx, b.users); err != nil {
			return err
		}
		if err := l.catalogue.Each(tx, func(p product.Product) { b.products[strings.ToLower(p.Name)] = p.Code }); err != nil {
			return err
		}
		return l.catalogue.Each(tx, func(p product.Product) { b.products[strings.ToLower(p.Code)] = p.Code })
	})
}

// deal is a row as the books take it, or why they do not.
func (b *bargains) deal(o *Opportunity) (d Deal, bad *Rejection) {
	d = Deal{Code: o.Code, Owner: b.users[strings.ToLower(o.Owner)], OwnerName: o.Owner, Product: o.Product, Stage: o.Stage,
		Opened: o.Opened, Closed: o.Closed, Amount: o.Amount}
	if reason := b.convert(o, &d); reason != "" {
		return d, &Rejection{o.Row, b.settings.Matching["currency"], o.Currency, reason}
	}
	b.place(o, &d)
	if code, known := b.products[strings.ToLower(o.Product)]; known {
		d.Product = code
	} else if o.Product != "" {
		b.warn("product_unmatched", o.Product)
	}
	if o.Opened.IsZero() {
		b.warn("opened_missing", o.Stage)
	}
	return d, nil
}

// place finds the account of a deal, and counts those that have none.
func (b *bargains) place(o *Opportunity, d *Deal) {
	if o.Account == (Party{}) {
		b.warn("without_account", o.Stage)
		return
	}
	id, reason := b.account(o.Account)
	if d.Account = id; reason != "" {
		d.Called = o.Account.Name
		b.warn("account_strange", o.Account.Name)
	}
}

// convert takes an amount over into the base currency, at the rate of the day on
// which the deal ended, else began.
func (b *bargains) convert(o *Opportunity, d *Deal) (reason string) {
	if o.Amount == nil || o.Currency == "" || o.Currency == b.base {
		return ""
	}
	on := o.Closed
	if on.IsZero() {
		on = o.Opened
	}
	if on.IsZero() {
		on = kernel.Today()
	}
	rate, ok := b.rate(o.Currency, on)
	if !ok {
		return "rate_missing"
	}
	base := share(*o.Amount, rate.Micro(), 1_000_000)
	d.Amount, d.Original, d.Currency = &base, o.Amount, o.Currency
	return ""
}

// book hands some deals to who keeps them.
func (b *bargains) book(tx *db.Tx, p *piece[Opportunity], from, to int) error {
	book := b.dealer.BookDeals
	if b.dry {
		book = b.dealer.CompareDeals
	}
	out, err := book(tx, b.all[from:to])
	if err != nil {
		return err
	}
	b.load.outcome(out.Inserted, out.Updated, out.Same)
	for _, one := range out.Some {
		row := p.rows[b.places[from+one.Row]]
		exhibit(b.load, row.Row, dealCells(row.Account), one.Now, one.Was)
	}
	for _, r := range out.Refused {
		i := b.places[from+r.Index]
		b.refuse(Rejection{p.rows[i].Row, b.settings.Matching["id"], p.rows[i].Code, r.Fault.Key}, p.cellsOf(i))
	}
	for _, word := range out.Strange {
		b.warn("stage_strange", word)
	}
	return remember(tx, b.id, Opportunities, out.Written)
}

// dealCells are those of a deal, with the account as the file names it.
func dealCells(at Party) func(Deal) []WrittenCell {
	return func(d Deal) []WrittenCell {
		return []WrittenCell{{"id", d.Code, nil}, {"account", at.Code, nil}, {"owner", d.OwnerName, nil}, {"product", d.Product, nil},
			{"stage", d.Stage, nil}, {"opened", d.Opened.String(), nil}, {"closed", d.Closed.String(), nil},
			{"amount", inMajor(d.Amount), nil}, {"currency", d.Currency, nil}}
	}
}
