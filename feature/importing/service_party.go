package importing

import (
	"errors"
	"strings"

	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/db"
)

// bookedAt is how many accounts, contacts or products one transaction books.
const bookedAt = 1000

// each books rows in short transactions, or only compares them.
func (l *load) each(n int, f func(tx *db.Tx, from, to int) error) error {
	do := l.db.Write
	if l.dry {
		do = l.db.Read
	}
	for from := 0; from < n; from += bookedAt {
		if err := do(l.ctx, func(tx *db.Tx) error { return f(tx, from, min(n, from+bookedAt)) }); err != nil {
			return err
		}
	}
	return nil
}

func (l *load) outcome(inserted, updated, same int) {
	l.report.Inserted += int64(inserted)
	l.report.Updated += int64(updated)
	l.report.Duplicates += int64(same)
}

// link is a company that names the one above it, which may come later in the file.
type link struct {
	row           int
	child, parent string
}

// companies books the file as accounts, then hangs them below each other.
func (l *load) companies() error {
	reader, users := l.sheet.Companies(), map[string]kernel.ID{}
	if err := l.db.Read(l.ctx, func(tx *db.Tx) error { return meet(tx, users) }); err != nil {
		return err
	}
	var links []link
	read := func(n int, row []string, c *Company) *Rejection {
		c.Row = n
		return reader.Read(row, c)
	}
	err := run(l, read, func(p *piece[Company]) error {
		all := make([]account.Account, len(p.rows))
		for i := range p.rows {
			all[i] = l.company(&p.rows[i], users)
			if c := &p.rows[i]; c.Parent != "" {
				links = append(links, link{c.Row, strings.Clone(c.Code), strings.Clone(c.Parent)})
			}
		}
		return l.each(len(all), func(tx *db.Tx, from, to int) error { return l.bookCompanies(tx, p, all, from, to) })
	})
	if err != nil || l.dry {
		return err
	}
	if err := l.each(len(links), func(tx *db.Tx, from, to int) error { return l.hang(tx, links[from:to]) }); err != nil {
		return err
	}
	return l.each(1, func(tx *db.Tx, _, _ int) error { return l.accounts.LookSoon(tx) })
}

func (l *load) bookCompanies(tx *db.Tx, p *piece[Company], all []account.Account, from, to int) error {
	book := l.accounts.Book
	if l.dry {
		book = l.accounts.Compare
	}
	out, err := book(tx, all[from:to])
	if err != nil {
		return err
	}
	l.outcome(out.Inserted, out.Updated, out.Same)
	if err := remember(tx, l.id, Accounts, out.Written); err != nil {
		return err
	}
	for _, one := range out.Some {
		exhibit(l, p.rows[from+one.Row].Row, accountCells, one.Now, one.Was)
	}
	for _, r := range out.Refused {
		i := from + r.Index
		l.refuse(Rejection{p.rows[i].Row, "", p.rows[i].Code, r.Fault.Key}, p.cellsOf(i))
	}
	return nil
}

func (l *load) company(c *Company, users map[string]kernel.ID) account.Account {
	a := account.Account{Code: c.Code, Name: c.Name, ShortName: c.ShortName, USCC: c.USCC, Region: c.Region, City: c.City, Industry: c.Industry,
		Ownership: c.Ownership, Employees: c.Employees, Revenue: c.Revenue, Source: c.Source, Status: c.Status, Phone: c.Phone}
	a.Owner = l.user(users, c.Owner)
	for _, name := range strings.FieldsFunc(c.Team, func(r rune) bool { return strings.ContainsRune(",;、，；/", r) }) {
		if id := l.user(users, strings.TrimSpace(name)); !id.IsZero() {
			a.Team = append(a.Team, id)
		}
	}
	return a
}

// user is who a file names by login or name; somebody unknown is a warning.
func (l *load) user(users map[string]kernel.ID, name string) kernel.ID {
	id := users[strings.ToLower(name)]
	if id.IsZero() && name != "" {
		l.warn("owner_unknown", name)
	}
	return id
}

// meet lists the users by login, and by name where only one has it.
func meet(tx *db.Tx, users map[string]kernel.ID) error {
	all, err := people(tx)
	for _, p := range all {
		name := strings.ToLower(p.Name)
		if _, twice := users[name]; twice {
			users[name] = kernel.ID{}
			continue
		}
		users[name] = p.ID
	}
	for _, p := range all {
		users[strings.ToLower(p.Login)] = p.ID
	}
	return err
}

// hang puts accounts below their parents, now that the whole file is booked.
func (l *load) hang(tx *db.Tx, links []link) error {
	refs := make([]account.Ref, 0, 2*len(links))
	for _, k := range links {
		refs = append(refs, account.Ref{Code: k.child}, account.Ref{Code: k.parent, Name: k.parent})
	}
	ids, err := l.accounts.Resolve(tx, refs)
	if err != nil {
		return err
	}
	var all []account.Link
	for i, k := range links {
		child, parent := ids[2*i], ids[2*i+1]
		if parent.IsZero() {
			l.warn("parent_unknown", k.parent)
		} else if child != parent && !child.IsZero() {
			all = append(all, account.Link{Child: child, Parent: parent})
		}
	}
	out, err := l.accounts.Hang(tx, all)
	for _, r := range out.Refused {
		l.warn("parent_refused", links[r.Index].parent)
	}
	return errors.Join(err, remember(tx, l.id, Accounts, out.Written))
}

// items books the file as products.
func (l *load) items() error {
	reader := l.sheet.Items()
	read := func(n int, row []string, i *Item) *Rejection {
		i.Row = n
		return reader.Read(row, i)
	}
	book := l.catalogue.Book
	if l.dry {
		book = l.catalogue.Compare
	}
	return run(l, read, func(p *piece[Item]) error {
		var all []product.Product
		var rows []int // where each stands in the file
		for i, r := range p.rows {
			one := product.Product{Code: r.Code, Name: r.Name, Line: r.Line, Unit: r.Unit, ListPrice: r.ListPrice, Cost: r.Cost}
			if reason := broken(one.Check()); reason != "" {
				l.refuse(Rejection{r.Row, "", r.Code, reason}, p.cellsOf(i))
				continue
			}
			all, rows = append(all, one), append(rows, p.rows[i].Row)
		}
		return l.each(len(all), func(tx *db.Tx, from, to int) error {
			out, err := book(tx, all[from:to])
			l.outcome(out.Inserted, out.Updated, out.Same)
			for _, one := range out.Some {
				exhibit(l, rows[from+one.Row], productCells, one.Now, one.Was)
			}
			return errors.Join(err, remember(tx, l.id, Products, out.Written))
		})
	})
}

// broken is the key of the rule that a row breaks, "" if it breaks none.
func broken(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return ""
}

// people books the file as contacts.
func (l *load) people() error {
	reader := l.sheet.People()
	read := func(n int, row []string, p *Person) *Rejection {
		p.Row = n
		return reader.Read(row, p)
	}
	book := l.contacts.Book
	if l.dry {
		book = l.contacts.Compare
	}
	var below []subordinate
	err := run(l, read, func(p *piece[Person]) error {
		if err := l.resolve(len(p.rows), func(i int) Party { return p.rows[i].Account }); err != nil {
			return err
		}
		var all []contact.Contact
		var places []int // in the piece
		for i, r := range p.rows {
			id := l.known[r.Account]
			one := r.contact(id)
			if r.Manager != "" && !id.IsZero() {
				below = append(below, subordinate{r.Row, contact.Link{Contact: one, Manager: r.Manager}})
			}
			reason := broken(one.Check())
			if id.IsZero() && !l.fresh[r.Account] {
				reason = "account_unknown"
			}
			switch {
			case reason != "":
				l.refuse(Rejection{r.Row, l.settings.Matching["account"], r.Account.Code, reason}, p.cellsOf(i))
			case id.IsZero():
				l.report.Inserted++
				exhibit(l, r.Row, personCells(r.Account), one, nil)
			default:
				all, places = append(all, one), append(places, i)
			}
		}
		return l.each(len(all), func(tx *db.Tx, at, to int) error {
			out, err := book(tx, all[at:to])
			l.outcome(out.Inserted, out.Updated, out.Same)
			for _, one := range out.Some {
				person := p.rows[places[at+one.Row]]
				exhibit(l, person.Row, personCells(person.Account), one.Now, one.Was)
			}
			for _, r := range out.Refused { // who is not to be kept is not kept here either
				l.refuse(Rejection{Row: p.rows[places[at+r.Index]].Row, Reason: r.Fault.Key}, nil)
			}
			return errors.Join(err, remember(tx, l.id, Contacts, out.Written))
		})
	})
	if err != nil || l.dry {
		return err
	}
	return l.each(len(below), func(tx *db.Tx, from, to int) error { return l.subordinate(tx, below[from:to]) })
}

// subordinate is somebody who names his manager, who may come later in the file.
type subordinate struct {
	row int
	contact.Link
}

// subordinate puts people below their managers, now that the whole file is booked.
func (l *load) subordinate(tx *db.Tx, below []subordinate) error {
	links := make([]contact.Link, len(below))
	for i, b := range below {
		links[i] = b.Link
	}
	out, err := l.contacts.Hang(tx, links)
	for _, r := range out.Refused {
		l.warn("manager_refused", links[r.Index].Manager)
	}
	return errors.Join(err, remember(tx, l.id, Contacts, out.Written))
}

func (p *Person) contact(account kernel.ID) contact.Contact {
	return contact.Contact{Account: account, Name: p.Name, Title: p.Title, Department: p.Department, Phone: p.Phone, Mail: p.Mail, Wechat: p.Wechat,
		Duties: p.Duties, Goals: p.Goals, Manner: p.Manner, Results: p.Results, Colleagues: p.Colleagues, Partners: p.Partners,
		Rank: p.Rank, Scope: p.Scope, Gone: p.Gone}
}
