package demo

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"erba/kernel"
)

// Key accounts whose people are known well.
const mapped = 40

// post is a place in a customer's organisation: who sits there, below whom, and what
// somebody who looks at him would say.
type post struct {
	title, department, duties, goals string
	rank, influence                  int
	scope, layer, roles, orientation string
	above                            int  // place among the posts; −1: nobody
	spare                            bool // not every customer has it
}

var posts = []post{
	{"总经理", "经营层", "全面经营", "利润与现金流", 6, 5, "business financial", "image", "approver", "business", -1, false},
	{"采购副总", "经营层", "采购与供应链", "年降 5% 且不断供", 5, 5, "business", "decision", "decider", "financial", 0, false},
	{"财务总监", "财务部", "预算与付款", "资金占用下降", 5, 4, "financial", "decision", "approver", "financial", 0, false},
	{"总工程师", "技术中心", "技术路线与选型", "关键件国产化", 5, 4, "technical", "decision", "designer influencer", "technical", 0, false},
	{"生产副总", "生产部", "交付与产能", "准时交付率 98%", 5, 4, "business technical", "decision", "influencer", "business", 0, false},
	{"采购部经理", "采购部", "供应商管理与合同", "采购成本与账期", 4, 4, "business", "implementation", "buyer", "financial", 1, false},
	{"设备部经理", "设备部", "设备维护与备件", "停机时间缩短", 4, 3, "technical", "implementation", "evaluator initiator", "technical", 4, false},
	{"质量部经理", "质量部", "来料检验与质量改进", "来料合格率", 4, 3, "technical", "implementation", "evaluator", "technical", 4, false},
	{"车间主任", "生产部", "现场使用与排产", "少换型、少停线", 3, 2, "technical", "usage", "user", "relationship", 4, false},
	{"采购工程师", "采购部", "询价与订单", "到货准时", 2, 2, "business", "implementation", "buyer", "financial", 5, false},
	{"工艺主管", "技术中心", "工艺验证", "良率提升", 3, 3, "technical", "implementation", "evaluator", "technical", 3, true},
	{"财务主管", "财务部", "对账与开票", "对账差异清零", 3, 2, "financial", "implementation", "", "financial", 2, true},
	{"班组长", "生产部", "产线操作", "好用、少报警", 1, 1, "technical", "usage", "user", "relationship", 8, true},
	{"总经理助理", "总经办", "内部协调与日程", "事情推得动", 3, 3, "business", "image", "coach", "relationship", 0, true},
}

// Seat is somebody on a post, and how it came that he stands to us as he does.
type Seat struct {
	post
	Name    string
	Partner string // login of who of us looks after him, "" nobody
	Stands  []Step // from the first time that somebody wrote anything down
}

// Step is how somebody was seen on a day.
type Step struct {
	On                  kernel.Date
	By                  string // login
	Attitude, Closeness int
	Level, Now, Wanted  string
	Style, Adaptability string // said once
}

// Chart is who there is at a customer.
type Chart struct {
	Account int // place among the accounts
	Seats   []Seat
}

// moods are how customers can be: what is added to how their people stand, and how
// many of us know them.
var moods = []struct {
	lean, close int
	hands       int  // of us
	idle        bool // nobody has looked at the map for a while
}{{1, 1, 3, false}, {0, 0, 2, false}, {0, 1, 1, false}, {-1, -1, 2, false}, {0, 0, 1, true}}

// Charts are the people at the largest customers that still buy.
func (c *Company) Charts() (all []Chart) {
	large := make([]int, 0, len(c.Accounts))
	for i, a := range c.Accounts {
		if !a.first.IsZero() && a.last.Compare(c.Until.AddMonths(-6)) > 0 {
			large = append(large, i)
		}
	}
	slices.SortFunc(large, func(a, b int) int { return cmp.Compare(c.Accounts[b].weight, c.Accounts[a].weight) })
	for n, i := range large[:min(mapped, len(large))] {
		all = append(all, c.chart(source(partMaps, i), i, n))
	}
	return all
}

func (c *Company) chart(r *rand.Rand, account, n int) Chart {
	mood := moods[weighted(r, 0.3, 0.3, 0.15, 0.15, 0.1)]
	ours := c.hands(c.Accounts[account], mood.hands)
	begun := c.Until.AddMonths(-14 - r.IntN(20)).Add(r.IntN(28))
	chart, met := Chart{Account: account}, map[string]bool{}
	for i, p := range posts {
		if p.spare && r.Float64() < 0.4 {
			p.title = "" // nobody has it; the place stays, so that those below find theirs
		}
		s := Seat{post: p, Name: unmet(r, met)}
		if p.title != "" {
			s.Partner = partner(r, ours, p)
			s.Stands = c.stands(r, p, ours[0], begun.Add(7*i), mood.lean, mood.close, mood.idle)
		}
		chart.Seats = append(chart.Seats, s)
	}
	return chart
}

// unmet is a name that nobody else at the customer has.
func unmet(r *rand.Rand, met map[string]bool) string {
	for {
		name := pick(r, surnames) + pick(r, givens)
		if !met[name] {
			met[name] = true
			return name
		}
	}
}

// hands are those of us who know a customer: its owner, his manager, and a colleague.
func (c *Company) hands(a Account, n int) []string {
	all := []string{a.Owner}
	owner := c.People[slices.IndexFunc(c.People, func(p Person) bool { return p.Login == a.Owner })]
	all = append(all, owner.Boss)
	for _, p := range c.People {
		if p.Region == owner.Region && p.Login != a.Owner && p.Login != owner.Boss {
			return append(all, p.Login)[:n]
		}
	}
	return all[:min(n, len(all))]
}

// partner is who of us looks after somebody: those at the top are the manager's.
func partner(r *rand.Rand, ours []string, p post) string {
	switch {
	case p.influence == 5 && len(ours) > 1:
		return ours[1]
	case p.influence <= 2 && r.Float64() < 0.5:
		return ""
	case p.layer == "usage" && len(ours) > 2:
		return ours[2]
	}
	return ours[0]
}

var (
	styles     = []string{"analytical", "driving", "expressive", "amiable"}
	paces      = []string{"innovator", "early", "pragmatist", "pragmatist", "conservative", "late"}
	standings  = []string{"vendor", "credible", "solver", "advisor"}
	levelsSeen = []string{"none", "brief", "several", "several", "deep"}
)

// stands are two to four looks at somebody; the last is how he stands now.
func (c *Company) stands(r *rand.Rand, p post, by string, from kernel.Date, lean, close int, idle bool) (steps []Step) {
	attitude, near := r.IntN(4)-1+lean, 1+r.IntN(4)+close
	if p.roles == "coach" {
		attitude, near = 2, 4
	}
	latest := c.Until.Add(-r.IntN(80))
	if r.Float64() < 0.04 || idle && r.Float64() < 0.4 {
		latest = c.Until.Add(-200 - r.IntN(120))
	}
	looks := 2 + r.IntN(3)
	for n := range looks {
		back := looks - 1 - n // how many looks before now
		step := Step{On: latest.Add(-back * max(30, latest.Days(from)/looks)), By: by, Attitude: bounded(attitude-back*r.IntN(2), -2, 2), Closeness: bounded(near-back, 1, 5)}
		step.Level = levelsSeen[step.Closeness-1]
		step.Now, step.Wanted = standings[bounded(step.Closeness-2, 0, 3)], standings[bounded(p.influence-2, 1, 3)]
		if n == 0 {
			step.Style, step.Adaptability = pick(r, styles), pick(r, paces)
		}
		steps = append(steps, step)
	}
	return steps
}

func bounded(n, least, most int) int { return max(least, min(most, n)) }
