package demo

import (
	"context"
	"fmt"
	"slices"

	"erba/analysis/sale"
	"erba/feature/forecast"
	"erba/feature/ledger"
	"erba/feature/opportunity"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/db"
	"erba/platform/identity"
)

// The company has dealt for three years and is in the middle of it.
const (
	dealsPast  = 600
	dealsLive  = 120
	dealsSince = 3 * 365 // days
	shownDeal  = 8       // of the live ones: it is at the evaluation of bids
)

// needs are what customers want, with the line of it.
var needs = []struct{ what, purchase string }{
	{"齿轮箱轴承年度框架", opportunity.Single}, {"新产线传动改造", opportunity.Project}, {"备件集中采购", opportunity.Tender},
	{"三号线架修 · 齿轮箱总成", opportunity.Tender}, {"主轴承国产替代", opportunity.Project}, {"数控中心扩产配套", ""},
	{"润滑系统升级", opportunity.Single}, {"检修基地二期", opportunity.Tender}, {"风电偏航轴承", opportunity.Project}, {"样机试装与小批量", ""},
}

// wonAgainst is how often the company wins against each of its competitors.
var wonAgainst = []float64{0.58, 0.33, 0.47}

var (
	dealSources = []string{"survey", "service", "fair", "website", "colleague", "referral", "association", "media"}
	dealLessons = map[string][]string{
		opportunity.Won:  {"技术标准在立项前就写进我方参数，评标时没有悬念", "高层互访之后采购不再只谈价格", "总成本对比比降价更有说服力", "样机试装数据是最好的标书"},
		opportunity.Lost: {"招标书发出才知道项目，为时已晚", "只和采购打交道，没有接触到使用部门", "没有问清预算就投入了两轮方案", "对手先做了样机，我们只交了资料"},
	}
	wonReasons   = []string{"fit", "relation", "price", "service", "delivery", "brand"}
	lostReasons  = []string{"price", "fit", "relation", "specification", "no_money", "no_decision", "price", "too_late", "delivery"}
	slipReasons  = []string{"客户集团审批推迟一个月", "预算要等下季度下达", "招标公告延期发布", "技术标准重新评审"}
	dealEvidence = map[string]string{"appointment": "邮件确认的会议时间", "needs": "需求调研记录，双方签字", "approved": "立项批文复印件", "criteria": "技术规格书第三章采用我方参数",
		"delivered": "标书签收单", "shortlisted": "入围通知", "agreed": "谈判纪要，双方签字", "signed": "合同扫描件"}
	dealSteps = []string{"约使用部门负责人面谈", "提交修订后的报价", "带总工做技术答疑", "确认预算归口与审批链", "送样并附检测报告"}
)

// deal lets the company have dealt with its key accounts.
func deal(boss context.Context, k *app.Kit) error {
	all, err := endangered(boss, k)
	if err != nil || len(all) == 0 {
		return err
	}
	d := dealer{today: kernel.Today(), cfg: sale.Default()}
	if d.rivals, err = compete(boss, k); err != nil {
		return err
	}
	euro := ledger.Rate{Currency: "EUR", Since: d.today.AddMonths(-36), Rate: kernel.Micro(7_800_000)}
	if err := ledger.New(k).SetRates(identity.Under(boss, "rate:write"), euro); err != nil {
		return err
	}
	if err := d.staff(boss, k); err != nil {
		return err
	}
	err = k.DB.Read(boss, func(tx *db.Tx) error {
		return product.New(k).Each(tx, func(p product.Product) { d.products = append(d.products, p) })
	})
	if err != nil {
		return err
	}
	var courses []opportunity.Course
	for n := range dealsPast {
		courses = append(courses, d.past(all[n*7%len(all)], n))
	}
	for n := range dealsLive {
		a := all[n%len(all)]
		if n == shownDeal {
			a = known(all)
		}
		courses = append(courses, d.live(a, n))
	}
	err = k.DB.Write(identity.With(boss, identity.System()), func(tx *db.Tx) error {
		if err := opportunity.New(k).Recall(tx, courses); err != nil {
			return err
		}
		return d.foretell(tx, forecast.New(k), courses)
	})
	if err != nil {
		return err
	}
	if err := d.fight(boss, k, courses); err != nil {
		return err
	}
	live, looked := courses[dealsPast:], foremost(all)
	people := map[kernel.ID][]kernel.ID{}
	for _, a := range all {
		people[a.account.ID] = a.people
	}
	for _, step := range []func() error{
		func() error { return d.assess(boss, k, live) }, func() error { return d.decide(boss, k, live, people) },
		func() error { return d.plan(boss, k, courses) }, func() error { return d.grade(boss, k, looked) },
		func() error { return d.study(boss, k, looked) }, func() error { return d.fightOn(boss, k, live) },
		func() error { return d.price(boss, k, looked, live) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// known is a railway company of which we know most people.
func known(all []dear) dear {
	best := all[shownDeal%len(all)]
	for _, a := range all {
		if a.account.Industry == "轨道交通" && (best.account.Industry != a.account.Industry || len(a.people) > len(best.people)) {
			best = a
		}
	}
	return best
}

// foremost are the key accounts, the one that everybody looks at first.
func foremost(all []dear) []dear {
	first := known(all)
	return append([]dear{first}, slices.DeleteFunc(slices.Clone(all), func(a dear) bool { return a.account.ID == first.account.ID })...)
}

// staff are those who share deals with their owners.
func (d *dealer) staff(boss context.Context, k *app.Kit) error {
	users, err := k.Users.Users(boss)
	for _, u := range users {
		if slices.Contains(u.Roles, "key_account_manager") {
			d.sharing = append(d.sharing, u.ID)
		}
	}
	return err
}

// dealer makes up deals.
type dealer struct {
	today    kernel.Date
	cfg      sale.Config
	products []product.Product
	rivals   []kernel.ID
	sharing  []kernel.ID // who shares deals with their owners
}

// begin is a deal as it was when it began, with what is offered.
func (d *dealer) begin(a dear, n int, opened kernel.Date, length int) opportunity.Course {
	need, process := needs[n%len(needs)], sale.Full
	if n%4 == 3 {
		process = sale.Short
	}
	c := opportunity.Course{Deal: opportunity.Deal{Account: a.account.ID, Owner: a.account.Owner, OwnerName: a.account.OwnerName, Source: dealSources[n*5%len(dealSources)],
		Name: need.what, Purchase: need.purchase, Process: process, State: opportunity.Going, Opened: opened, Expected: opened.Add(length)}}
	for i := range 1 + n%3 {
		c.Lines = append(c.Lines, d.line(n+i*11))
	}
	sum := int64(0)
	for _, l := range c.Lines {
		amount, _ := kernel.Amount(l.Quantity, l.Asked)
		sum += amount
	}
	c.Deal.Amount, c.Deal.Product = &sum, c.Lines[0].Text
	if with := d.sharing[n%len(d.sharing)]; n%9 == 8 && with != a.account.Owner {
		c.Splits = []opportunity.Split{{User: a.account.Owner, Percent: 70}, {User: with, Percent: 30}}
	}
	if len(a.people) > 0 {
		c.Deal.Contact = a.people[n%len(a.people)]
	}
	return c
}

// line offers some of a product, mostly a little below its list price.
func (d *dealer) line(n int) opportunity.Line {
	p := d.products[n*13%len(d.products)]
	l := opportunity.Line{Product: p.ID, Text: p.Name, Quantity: kernel.Whole(int64(40 + n*37%360)), List: p.ListPrice, Unit: p.Cost, From: "opportunity.from_products"}
	if p.ListPrice != nil {
		l.Asked = kernel.Micro(p.ListPrice.Micro() / 100 * int64(100-n*3%14))
	}
	return l
}

// walk takes a deal over its steps up to one, with the milestones on its way.
func (d *dealer) walk(c *opportunity.Course, to, days int) {
	p, _ := d.cfg.Process(c.Deal.Process)
	before := ""
	for i, s := range p.Stages[:to+1] {
		on := c.Deal.Opened.Add(days * i / (to + 1))
		c.Moves = append(c.Moves, opportunity.Move{From: before, To: s.Key, State: opportunity.Going, On: on})
		before, c.Deal.Stage, c.Deal.Entered = s.Key, s.Key, on
		if i == to {
			return
		}
		for _, m := range s.Milestones {
			c.Reached = append(c.Reached, opportunity.Reached{Milestone: m.Key, On: on.Add(days / (2 * (to + 1))), Evidence: dealEvidence[m.Key]})
		}
	}
}

// slip puts the expected day off, for a deal out of three.
func (d *dealer) slip(c *opportunity.Course, n int) {
	for i := range []int{0, 1, 0, 2, 0, 0, 1, 3, 0}[n%9] {
		becomes := c.Deal.Expected.Add(21 + 7*((n+i)%3))
		made := min(c.Deal.Opened.Add(14*(i+1)).Ordinal(), d.today.Ordinal())
		c.Slips = append(c.Slips, opportunity.Slip{Was: c.Deal.Expected, Becomes: becomes, Reason: slipReasons[(n+i)%len(slipReasons)], Made: d.today.Add(int(made - d.today.Ordinal()))})
		c.Deal.Expected = becomes
	}
}

// past is a deal that has ended.
func (d *dealer) past(a dear, n int) opportunity.Course {
	length := 28 + n*29%150
	closed := d.today.Add(-1 - n*dealsSince/dealsPast)
	c := d.begin(a, n, closed.Add(-length), length)
	p, _ := d.cfg.Process(c.Deal.Process)
	last, state, reasons := len(p.Stages)-1, opportunity.Won, wonReasons
	if source(partDeals, n).Float64() >= wonAgainst[n%len(wonAgainst)] {
		last, state, reasons = n*3%(len(p.Stages)-1), opportunity.Lost, lostReasons
	}
	d.walk(&c, last, length)
	d.slip(&c, n)
	d.end(&c, n, state, reasons[n*7%len(reasons)], closed)
	return c
}

// end closes a deal, with what was learned from it.
func (d *dealer) end(c *opportunity.Course, n int, state, reason string, on kernel.Date) {
	one := &c.Deal
	lessons := dealLessons[state]
	one.Code, one.State, one.Reason, one.Closed, one.Lesson = fmt.Sprintf("SJ-%04d", n+1), state, reason, on, lessons[n/3%len(lessons)]
	if state == opportunity.Lost && !slices.Contains([]string{"no_money", "no_decision"}, reason) {
		one.Winner = d.rivals[n%len(d.rivals)]
	}
	if state == opportunity.Won {
		c.Reached = append(c.Reached, d.signed(one.Process, on)...)
	}
	c.Moves = append(c.Moves, opportunity.Move{From: one.Stage, To: one.Stage, State: state, On: on})
}

// signed is what shows that a contract was.
func (d *dealer) signed(process string, on kernel.Date) (all []opportunity.Reached) {
	p, _ := d.cfg.Process(process)
	for _, m := range p.Stages[len(p.Stages)-1].Milestones {
		all = append(all, opportunity.Reached{Milestone: m.Key, On: on, Evidence: dealEvidence[m.Key]})
	}
	return all
}

// live is a deal that somebody works on, or has put aside.
func (d *dealer) live(a dear, n int) opportunity.Course {
	age := 6 + n*17%100
	c := d.begin(a, n, d.today.Add(-age), max(14, age-8+n*23%130))
	p, _ := d.cfg.Process(c.Deal.Process)
	d.walk(&c, n*5%(len(p.Stages)-1), age)
	d.slip(&c, n)
	one := &c.Deal
	one.Code, one.Category = fmt.Sprintf("SJ-%04d", dealsPast+n+1), foreseen(p.Percent(one.Stage))
	one.NextStep, one.NextOn = dealSteps[n%len(dealSteps)], d.today.Add(n*3%20-4)
	if n%11 == 5 {
		one.State, one.Wake, one.NextStep, one.NextOn = opportunity.Nurture, d.today.Add(n%60-5), "", kernel.Date{}
		c.Moves = append(c.Moves, opportunity.Move{From: one.Stage, To: one.Stage, State: one.State, On: d.today.Add(-3), Reason: "客户今年没有预算"})
	}
	if dollars := n == 22; dollars || n == 29 {
		d.abroad(&c, dollars)
	}
	if n == shownDeal {
		one.Name, one.Category, one.Product = "三号线架修 · 齿轮箱总成 120 台", opportunity.Best, "齿轮箱总成"
		one.Amount = new(int64(120 * 98_000_00))
		c.Lines = []opportunity.Line{{Text: one.Product, Quantity: kernel.Whole(120), Asked: kernel.Whole(98_000)}}
	}
	return c
}

// abroad has a deal be offered in euros at the rate of the ledger, or in dollars, of
// which there is no rate yet.
func (d *dealer) abroad(c *opportunity.Course, dollars bool) {
	c.Lines, c.Deal.Currency, c.Deal.Original, c.Deal.Amount = nil, "EUR", new(int64(186_000_00)), new(int64(186_000_00*78/10))
	if dollars {
		c.Deal.Currency, c.Deal.Original, c.Deal.Amount = "USD", new(int64(240_000_00)), nil
	}
}

// foreseen is what a leader says of a deal as likely as this.
func foreseen(percent int) string {
	switch {
	case percent >= 70:
		return opportunity.Commit
	case percent >= 40:
		return opportunity.Best
	case percent >= 20:
		return opportunity.Pipeline
	}
	return opportunity.Omitted
}
