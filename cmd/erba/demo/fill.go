package demo

import (
	"context"
	"crypto/rand"
	"fmt"
	"slices"

	"erba/feature/account"
	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/db"
	"erba/platform/identity"
)

const (
	chunk = 10_000 // rows handed over at a time
	tax   = 0.13
	from  = "demo" // the source of all batches, with their kind
)

// Login is a user of the demo with the password of this start.
type Login struct {
	Person
	Password string
}

// filler puts a company into a database, through the same verbs as an import.
type filler struct {
	ctx context.Context
	kit *app.Kit
	*Company
	users    map[string]kernel.ID // by login
	accounts []kernel.ID
}

// Fill writes the whole company into an empty database and returns who can sign in.
func Fill(ctx context.Context, k *app.Kit, c *Company) ([]Login, error) {
	f := &filler{ctx: identity.Under(ctx, "import:write"), kit: k, Company: c, users: map[string]kernel.ID{}}
	logins, err := f.hire()
	if err != nil {
		return nil, err
	}
	for _, step := range []func() error{f.stock, f.open, f.meet, f.relate, f.trade, f.industries, func() error { return k.DB.Analyze(ctx) }} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return logins, nil
}

// hire makes the users, bosses first.
func (f *filler) hire() (logins []Login, err error) {
	people := slices.SortedStableFunc(slices.Values(f.People), func(a, b Person) int { return depth(a) - depth(b) })
	for _, p := range people {
		l := Login{p, rand.Text()[:10]}
		u, err := f.kit.Users.Add(f.ctx, identity.User{Login: p.Login, Name: p.Name,
			Roles: identity.Roles{p.Role}, Language: "zh-CN", Boss: f.users[p.Boss]}, l.Password)
		if err != nil {
			return nil, err
		}
		f.users[p.Login] = u.ID
		logins = append(logins, l)
	}
	return logins, nil
}

// depth is how far below the director somebody works.
func depth(p Person) int {
	switch {
	case p.Boss == "":
		return 0
	case p.Boss == "qinlang":
		return 1
	}
	return 2
}

// stock makes the products.
func (f *filler) stock() error {
	all := make([]product.Product, len(f.Products))
	for i, p := range f.Products {
		price, cost := decimal(p.Price), decimal(p.Cost)
		all[i] = product.Product{Code: p.Code, Name: p.Name, Line: p.Line, Unit: p.Unit, ListPrice: &price, Cost: &cost}
	}
	return f.kit.DB.Write(f.ctx, func(tx *db.Tx) error {
		_, err := product.New(f.kit).Book(tx, all)
		return err
	})
}

// open makes the accounts; a parent always stands before or is found later.
func (f *filler) open() error {
	accounts := make([]account.Account, len(f.Accounts))
	f.accounts = make([]kernel.ID, len(f.Accounts))
	for i, a := range f.Accounts {
		accounts[i] = account.Account{Code: a.Code, Name: a.Name, ShortName: a.Short, USCC: a.USCC,
			Region: a.Region, City: a.City, Industry: a.Industry, Ownership: a.Ownership, Source: a.Source,
			Employees: &a.Employees, Revenue: new(a.RevenueYuan * 100), Owner: f.users[a.Owner], Status: account.Active}
	}
	service, at := account.New(f.kit), 0
	for part := range slices.Chunk(accounts, chunk) {
		err := f.kit.DB.Write(f.ctx, func(tx *db.Tx) error {
			_, err := service.Book(tx, part)
			return err
		})
		if err != nil {
			return err
		}
		for _, a := range part {
			f.accounts[at] = a.ID
			at++
		}
	}
	return f.group()
}

// group hangs subsidiaries below their parents.
func (f *filler) group() error {
	var links []account.Link
	for i, a := range f.Accounts {
		if a.Parent >= 0 {
			links = append(links, account.Link{Child: f.accounts[i], Parent: f.accounts[a.Parent]})
		}
	}
	return f.kit.DB.Write(f.ctx, func(tx *db.Tx) error {
		_, err := account.New(f.kit).Hang(tx, links)
		return err
	})
}

// trade books orders, invoices and receipts, and what the sellers estimate.
func (f *filler) trade() error {
	service := ledger.New(f.kit)
	lines := newBook(f, ledger.Orders, service.BookLines)
	invoices := newBook(f, ledger.Invoices, service.BookInvoices)
	receipts := newBook(f, ledger.Receipts, service.BookReceipts)
	bought, year := make([]float64, len(f.Accounts)), f.Until.AddMonths(-12)
	for o := range f.Orders() {
		net := int64(0)
		for i, l := range o.Lines {
			row := f.line(o, i, l)
			net += row.Amount
			if err := lines.add(row); err != nil {
				return err
			}
		}
		if o.Date.Compare(year) > 0 {
			bought[o.Account] += float64(net) / 100
		}
		if err := f.bill(o, net, invoices, receipts); err != nil {
			return err
		}
	}
	for _, publish := range []func() error{lines.publish, invoices.publish, receipts.publish} {
		if err := publish(); err != nil {
			return err
		}
	}
	if err := f.spend(bought); err != nil {
		return err
	}
	return f.judge(bought)
}

// spend books what was put into the accounts.
func (f *filler) spend(bought []float64) error {
	all, n := newBook(f, ledger.Costs, ledger.New(f.kit).BookCosts), 0
	for c := range f.Costs(bought) {
		n++
		err := all.add(ledger.Cost{Account: f.accounts[c.Account], Number: fmt.Sprint("CB", n), On: c.On, Kind: c.Kind, Person: c.Person,
			Hours: decimal(c.Hours), Amount: fenOf(c.Yuan), Note: c.Note})
		if err != nil {
			return err
		}
	}
	return all.publish()
}

func (f *filler) line(o Order, i int, l Line) ledger.Line {
	row := ledger.Line{Account: f.accounts[o.Account], Order: o.Number, Number: number(i), Product: f.Products[l.Product].Code,
		On: o.Date, Quantity: kernel.Whole(l.Quantity), Price: decimal(l.Price),
		Amount: l.Quantity * fenOf(l.Price), Cost: l.Quantity * fenOf(l.Cost), Costed: true}
	row.Tax = taxOf(row.Amount)
	return row
}

// bill writes the invoice of an order and its payment; what comes back with an
// order is credited on the same invoice.
func (f *filler) bill(o Order, net int64, invoices *book[ledger.Invoice], receipts *book[ledger.Receipt]) error {
	if o.Invoiced.Compare(f.Until) > 0 {
		return nil // not billed yet
	}
	gross := net + taxOf(net)
	err := invoices.add(ledger.Invoice{Account: f.accounts[o.Account], Number: "FP" + o.Number[2:],
		IssuedOn: o.Invoiced, DueOn: o.Due, SettledOn: o.Paid, Amount: gross})
	if err != nil || o.Paid.IsZero() || gross <= 0 {
		return err
	}
	return receipts.add(ledger.Receipt{Account: f.accounts[o.Account], Number: "HK" + o.Number[2:],
		ReceivedOn: o.Paid, Invoice: "FP" + o.Number[2:], Amount: gross})
}

// judge writes the sellers' estimates of what accounts buy.
func (f *filler) judge(bought []float64) error {
	estimates := f.Estimates(bought)
	all := make([]portfolio.Estimate, 0, len(estimates))
	for i, e := range estimates {
		if e.Yuan == 0 {
			continue // nobody goes there to find out
		}
		on := f.Until.Add(-7 * (i % 40))
		all = append(all, portfolio.Estimate{Account: f.accounts[e.Account], Kind: portfolio.Demand, Value: e.Yuan * 100,
			By: f.name(f.Accounts[e.Account].Owner), Quality: qualities[i%len(qualities)],
			Evidence: "年度采购计划与拜访记录", On: on, Expires: on.AddMonths(12)})
	}
	for i, r := range f.Rated() {
		on := f.Until.Add(-5 * (i % 30))
		all = append(all, portfolio.Estimate{Account: f.accounts[r.Account], Kind: r.Kind, Value: r.Value,
			By: f.name(f.Accounts[r.Account].Owner), Evidence: "年度满意度调查与客户评审", On: on, Expires: on.AddMonths(12)})
	}
	return f.kit.DB.Write(f.ctx, func(tx *db.Tx) error { return portfolio.New(f.kit).Import(tx, all) })
}

// qualities are how well founded estimates of demand are.
var qualities = [...]string{portfolio.Told, portfolio.Evidenced, portfolio.Derived, portfolio.Told}

// name is how somebody is called.
func (f *filler) name(login string) string {
	return f.People[slices.IndexFunc(f.People, func(p Person) bool { return p.Login == login })].Name
}
