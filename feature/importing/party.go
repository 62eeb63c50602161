package importing

import (
	"strings"

	"erba/analysis/clean"
	"erba/kernel"
)

// Company is an account as its row says it.
type Company struct {
	Row                                                     int
	Code, Name, ShortName, USCC, Parent, Region, City       string
	Industry, Ownership, Owner, Team, Source, Status, Phone string
	Employees                                               *int64
	Revenue                                                 *int64 // minor units
}

// CompanyReader makes accounts of rows.
type CompanyReader struct {
	code, name, short, uscc, parent, region, city                cell
	industry, ownership, employees, revenue, owner, team, source cell
	status, phone                                                cell
}

// Companies reads the rows of a sheet as accounts.
func (s *Sheet) Companies() *CompanyReader {
	return &CompanyReader{s.cell("code"), s.cell("name"), s.cell("short_name"), s.cell("uscc"), s.cell("parent"), s.cell("region"), s.cell("city"),
		s.cell("industry"), s.cell("ownership"), s.cell("employees"), s.cell("revenue"), s.cell("owner"), s.cell("team"), s.cell("source"),
		s.cell("status"), s.cell("phone")}
}

// Read makes an account of a row, or says which cell is to blame. A file
// without codes names its accounts by their names.
func (r *CompanyReader) Read(row []string, c *Company) *Rejection {
	c.Code, c.Name = r.code.code(row), r.name.text(row)
	switch {
	case c.Code == "" && c.Name == "":
		return r.name.or(r.code).reject(row, "name_missing")
	case c.Code == "":
		c.Code = c.Name
	case c.Name == "":
		c.Name = c.Code
	}
	c.ShortName, c.USCC, c.Parent = r.short.text(row), strings.ToUpper(r.uscc.text(row)), r.parent.code(row)
	c.Region, c.City, c.Industry, c.Ownership = r.region.text(row), r.city.text(row), r.industry.text(row), r.ownership.text(row)
	c.Owner, c.Team, c.Source, c.Status, c.Phone = r.owner.text(row), r.team.text(row), r.source.text(row), r.status.text(row), r.phone.text(row)
	if c.USCC != "" && clean.USCC(c.USCC) != nil {
		return r.uscc.reject(row, "bad_uscc")
	}
	employees, has, bad := r.employees.number(row)
	revenue, hasRevenue, bad2 := r.revenue.number(row)
	if bad := first(bad, bad2); bad != nil {
		return bad
	}
	if has {
		n := employees.Micro() / kernel.Whole(1).Micro()
		c.Employees = &n
	}
	if hasRevenue {
		n := revenue.Minor()
		c.Revenue = &n
	}
	return nil
}

// Item is a product as its row says it.
type Item struct {
	Row                    int
	Code, Name, Line, Unit string
	ListPrice, Cost        *kernel.Decimal
}

// ItemReader makes products of rows.
type ItemReader struct{ code, name, line, unit, price, cost cell }

// Items reads the rows of a sheet as products.
func (s *Sheet) Items() *ItemReader {
	return &ItemReader{s.cell("code"), s.cell("name"), s.cell("line"), s.cell("unit"), s.cell("list_price"), s.cell("cost")}
}

// Read makes a product of a row, or says which cell is to blame.
func (r *ItemReader) Read(row []string, i *Item) *Rejection {
	i.Code, i.Name, i.Line, i.Unit = r.code.code(row), r.name.text(row), r.line.text(row), r.unit.text(row)
	switch {
	case i.Code == "" && i.Name == "":
		return r.code.or(r.name).reject(row, "code_missing")
	case i.Code == "":
		i.Code = i.Name
	case i.Name == "":
		i.Name = i.Code
	}
	price, has, bad := r.price.number(row)
	cost, hasCost, bad2 := r.cost.number(row)
	if bad := first(bad, bad2); bad != nil {
		return bad
	}
	if has {
		i.ListPrice = &price
	}
	if hasCost {
		i.Cost = &cost
	}
	return nil
}

// Person is a contact as its row says it. Manager is whom he reports to, by name.
type Person struct {
	Row                                                           int
	Account                                                       Party
	Name, Title, Department, Phone, Mail, Wechat                  string
	Duties, Goals, Manner, Results, Colleagues, Partners, Manager string
	Rank                                                          int
	Scope                                                         string
	Gone                                                          kernel.Date
}

// PersonReader makes contacts of rows.
type PersonReader struct {
	party                                                         partyCells
	name, title, department, phone, mail, wechat                  cell
	duties, goals, manner, results, colleagues, partners, manager cell
	rank, scope, gone                                             cell
	dates                                                         clean.Order
}

// People reads the rows of a sheet as contacts.
func (s *Sheet) People() *PersonReader {
	return &PersonReader{party: s.party(), name: s.cell("name"), title: s.cell("title"), department: s.cell("department"), phone: s.cell("phone"),
		mail: s.cell("mail"), wechat: s.cell("wechat"), duties: s.cell("duties"), goals: s.cell("goals"), manner: s.cell("manner"),
		results: s.cell("results"), colleagues: s.cell("colleagues"), partners: s.cell("partners"), manager: s.cell("reports"),
		rank: s.cell("rank"), scope: s.cell("scope"), gone: s.cell("gone"), dates: s.order}
}

// Read makes a contact of a row, or says which cell is to blame.
func (r *PersonReader) Read(row []string, p *Person) (bad *Rejection) {
	if p.Account, bad = r.party.read(row); bad != nil {
		return bad
	}
	if p.Name = r.name.text(row); p.Name == "" {
		return r.name.reject(row, "name_missing")
	}
	p.Title, p.Department, p.Phone, p.Mail = r.title.text(row), r.department.text(row), clean.Digits(r.phone.raw(row)), r.mail.text(row)
	if mobile, err := clean.Mobile(p.Phone); err == nil {
		p.Phone = mobile
	}
	p.Wechat, p.Duties, p.Goals, p.Manner = r.wechat.text(row), r.duties.text(row), r.goals.text(row), r.manner.text(row)
	p.Results, p.Colleagues, p.Partners, p.Manager = r.results.text(row), r.colleagues.text(row), r.partners.text(row), r.manager.text(row)
	return r.place(row, p)
}

// place reads where somebody stands, in words or as we write it.
func (r *PersonReader) place(row []string, p *Person) (bad *Rejection) {
	var known bool
	if p.Rank, known = rankOf(r.rank.text(row)); !known {
		return r.rank.reject(row, "rank_unknown")
	}
	if p.Scope, known = scopeOf(r.scope.text(row)); !known {
		return r.scope.reject(row, "scope_unknown")
	}
	if r.gone.text(row) == "" {
		return nil
	}
	p.Gone, bad = r.gone.date(row, r.dates)
	return bad
}
