package demo

import (
	"context"
	"maps"
	"slices"

	rules "erba/analysis/visit"
	"erba/feature/account"
	"erba/feature/commitment"
	"erba/feature/contact"
	"erba/feature/evaluation"
	"erba/feature/product"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/db"
	"erba/platform/identity"
)

// Key accounts have been visited for three years, some more often than others; a
// few have not been for a while.
const (
	travelled = 60         // key accounts
	lookback  = 3 * 52 * 7 // days
	often     = 26         // days between two visits, at least
	forsaken  = 6          // every so manieth has not been visited for long
	faraway   = 45         // days for which nobody has been there
)

// aims are what visits are for, with how much of it, and what they are called.
var visitAims = []struct {
	purpose, text, metric, unit string
	target                      int64
	confidence                  int64
}{
	{"年度框架协议", "提交年度框架协议的报价方案", "方案", "份", 1, 80},
	{"首单交付回访", "确认下季度要货计划的品类", "品类", "个", 3, 75},
	{"技术交流", "约定样机试装的日期和地点", "试装", "次", 1, 60},
	{"问订单间隔", "问清审批链条与最终的拍板人", "拍板人", "位", 2, 70},
	{"对账与付款", "收回上季度逾期货款的付款计划", "付款计划", "份", 1, 55},
	{"第二条产品线", "介绍第二条产品线并取得试单", "试单", "单", 1, 50},
	{"服务复盘", "解决上季度遗留的质量问题", "问题", "项", 4, 65},
}

var (
	visitResults = []string{"客户认可方案，进入内部审批", "对方要求补充试验数据后再定", "谈妥了交付节奏，价格还差两个点", "技术部支持，采购仍在比价", "拿到了名单和下一步时间表", "问题已逐项说明，客户表示满意"}
	visitVoices  = []struct{ words, topics string }{
		{"单价我能扛，十年里换几次轴承我扛不住。", "price quality"}, {"审批现在归集团，名单周五给你。", "approval"}, {"你们交期再缩一周，这单就没有悬念。", "delivery"},
		{"服务响应比去年快多了。", "service"}, {"另一家给了半年账期。", "competitor payment"}, {"", ""},
	}
	visitNexts    = []string{"电话确认审批进度", "送样并附检测报告", "提交修订后的报价", "安排技术部与对方总工对接", "约下次拜访时间"}
	visitVerdicts = []string{"目标基本达成，关系更近一步", "到场的人不对，下次先约拍板人", "有进展，但没有拿到书面承诺", "很值，打开了第二条产品线"}
)

// travel lets the company have visited its key accounts for three years, and have
// a week before it.
func travel(boss context.Context, k *app.Kit) error {
	all, err := visitedOf(boss, k)
	if err != nil {
		return err
	}
	today := kernel.Today()
	t := traveller{today: today, service: visit.New(k), taken: map[kernel.ID]map[kernel.Date]int{}}
	err = k.DB.Read(boss, func(tx *db.Tx) error {
		return product.New(k).Each(tx, func(p product.Product) { t.products = append(t.products, p.ID) })
	})
	if err != nil {
		return err
	}
	for i, a := range all {
		t.past(a, i)
	}
	t.week(all)
	return k.DB.Write(identity.With(boss, identity.System()), func(tx *db.Tx) error {
		for part := range slices.Chunk(t.visits, 500) {
			if err := t.service.Recall(tx, part); err != nil {
				return err
			}
		}
		return t.promise(tx, commitment.New(k))
	})
}

// visited is an account with whom we know there, and whether nobody goes any more.
type visited struct {
	account  account.Row
	people   []kernel.ID
	forsaken bool
}

// visitedOf are the key accounts that somebody looks after.
func visitedOf(boss context.Context, k *app.Kit) (all []visited, err error) {
	err = k.DB.Read(identity.With(boss, identity.System()), func(tx *db.Tx) error {
		found, err := evaluation.New(k).InForceAll(tx, evaluation.Tier, "MAJOR", "NAMED")
		if err != nil {
			return err
		}
		for _, id := range slices.SortedFunc(maps.Keys(found), kernel.ID.Compare) {
			if len(all) == travelled {
				return nil
			}
			a, err := account.New(k).Find(identity.Under(boss, "account:read"), id)
			if err != nil {
				return err
			}
			if a.Owner.IsZero() {
				continue
			}
			one := visited{account: a, forsaken: len(all)%forsaken == 0}
			people, err := contact.New(k).People(tx, id)
			if err != nil {
				return err
			}
			for _, c := range people {
				one.people = append(one.people, c.ID)
			}
			all = append(all, one)
		}
		return nil
	})
	return all, err
}

// traveller makes up visits.
type traveller struct {
	today    kernel.Date
	service  *visit.Service
	products []kernel.ID
	visits   []visit.Visit
	taken    map[kernel.ID]map[kernel.Date]int // half days of somebody that are taken
	n        int
}

// past are the visits at an account up to last week, from the latest back.
func (t *traveller) past(a visited, i int) {
	day := rules.Monday(t.today).Add(-3 - i%5)
	if a.forsaken {
		day = day.Add(-faraway)
	}
	for first := true; t.today.Days(day) < lookback; first = false {
		for rules.Weekday(day) > 5 {
			day = day.Add(-1)
		}
		if half := t.half(a.account.Owner, day); half >= 0 {
			v := t.held(a, day, half)
			if first && !a.forsaken && i%5 == 1 {
				v = waiting(v)
			}
			t.visits = append(t.visits, v)
		}
		day = day.Add(-often - (i*7+t.n*5)%17)
	}
}

// half is a half day on which somebody is free: the first of two, −1 if both are taken.
func (t *traveller) half(user kernel.ID, day kernel.Date) int {
	if t.taken[user] == nil {
		t.taken[user] = map[kernel.Date]int{}
	}
	n := t.taken[user][day]
	if n > 1 {
		return -1
	}
	t.taken[user][day] = n + 1
	return n
}

var visitStarts = [2][]int64{{9*60 + 30, 10 * 60}, {14 * 60, 15 * 60}}

// ahead is a visit that has yet to take place.
func (t *traveller) ahead(a visited, day kernel.Date, half int) visit.Visit {
	t.n++
	what := visitAims[t.n%len(visitAims)]
	v := visit.Visit{Account: a.account.ID, Owner: a.account.Owner, State: visit.IsPlanned, Channel: visit.InPerson, Day: day,
		Start: new(visitStarts[half][t.n%2]), Length: 60 + 30*int64(t.n%2), Purpose: what.purpose, Place: a.account.City, Made: day.Add(-7)}
	if len(a.people) > 0 {
		v.People = []kernel.ID{a.people[t.n%len(a.people)]}
	}
	for i := range 1 + t.n%3 {
		aim := visitAims[(t.n+i)%len(visitAims)]
		target := kernel.Whole(aim.target)
		o := visit.Objective{Text: aim.text, Metric: aim.metric, Target: &target, Unit: aim.unit, Confidence: new(aim.confidence), Deadline: day.Add(9), Confirmed: true}
		if len(t.products) > 0 {
			o.Link, o.Product = visit.ToProduct, t.products[(t.n+i)%len(t.products)]
		}
		v.Objectives = append(v.Objectives, o)
	}
	return v
}

// held is a visit that took place and was evaluated.
func (t *traveller) held(a visited, day kernel.Date, half int) visit.Visit {
	v := t.ahead(a, day, half)
	v.State, v.Executed, v.Judged, v.Ready = visit.IsClosed, day, rules.Working(day, 1+t.n%3), "appointment cards notebook materials"
	if t.n%9 == 0 {
		v.Channel = visit.ByPhone
	}
	for i := range v.Objectives {
		o := &v.Objectives[i]
		reached := o.Target.Micro() * int64((t.n*3+i*2+rules.Weekday(day)*half)%5) / 3
		actual := kernel.Whole(min(reached/1_000_000, o.Target.Micro()/1_000_000+1))
		o.Actual = &actual
	}
	said := visitVoices[t.n%len(visitVoices)]
	v.Result, v.Voice, v.Topics = visitResults[t.n%len(visitResults)], said.words, said.topics
	if said.words != "" && len(v.People) > 0 {
		v.VoiceOf = v.People[0]
	}
	v.Next, v.NextOn = visitNexts[t.n%len(visitNexts)], rules.Working(day, 3)
	if t.n%10 < 7 {
		v.Promised = 1
	}
	v.Rating, v.Verdict, v.Replan = new(int64(2+(t.n*3)%4)), visitVerdicts[t.n%len(visitVerdicts)], new(t.n%6 == 0)
	return v
}

// week is what everybody has before and behind him this week and the next: one visit
// a half day from Monday on, the last of them planned and not agreed yet.
func (t *traveller) week(all []visited) {
	monday, of := rules.Monday(t.today), map[kernel.ID][]visited{}
	for _, a := range all {
		if !a.forsaken {
			of[a.account.Owner] = append(of[a.account.Owner], a)
		}
	}
	for _, owner := range slices.SortedFunc(maps.Keys(of), kernel.ID.Compare) {
		mine := of[owner]
		for i, a := range mine[:min(len(mine), 7)] {
			t.put(a, monday.Add([]int{0, 0, 1, 2, 2, 3, 4}[i]), i)
		}
		for i, a := range mine[:min(len(mine), 4)] {
			t.put(a, monday.Add(7+[]int{0, 1, 1, 3}[i]), 3+i)
		}
		t.unreported(mine[len(mine)-1], monday.Add(-3))
	}
}

// unreported adds a visit of last Friday of which its owner has said nothing yet.
func (t *traveller) unreported(a visited, friday kernel.Date) {
	if half := t.half(a.account.Owner, friday); half >= 0 {
		v := t.ahead(a, friday, half)
		v.State, v.Ready = visit.IsBooked, "appointment cards notebook addresses materials"
		t.visits = append(t.visits, v)
	}
}

// put adds a visit where its owner is free.
func (t *traveller) put(a visited, day kernel.Date, i int) {
	if half := t.half(a.account.Owner, day); half >= 0 {
		t.visits = append(t.visits, t.this(a, day, half, i))
	}
}

// this is a visit of this week, as far as the day has come.
func (t *traveller) this(a visited, day kernel.Date, half, i int) visit.Visit {
	if day.Compare(t.today) < 0 {
		v := t.held(a, day, half)
		v.State = visit.IsEvaluated
		if i == 1 {
			return waiting(v)
		}
		return v
	}
	v := t.ahead(a, day, half)
	if v.State, v.Ready = visit.IsBooked, "appointment cards notebook addresses materials"; i >= 6 {
		v.State, v.Ready, v.Objectives[0].Confirmed = visit.IsPlanned, "", false
	}
	return v
}

// waiting is a visit that took place and was not evaluated yet.
func waiting(v visit.Visit) visit.Visit {
	v.State, v.Rating, v.Verdict, v.Replan, v.Judged = visit.IsExecuted, nil, "", nil, kernel.Date{}
	return v
}

// promise writes down what customers and we promised last.
func (t *traveller) promise(tx *db.Tx, commitments *commitment.Service) error {
	for i, v := range t.visits {
		if !v.Held() || v.Promised == 0 || t.today.Days(v.Executed) > 10 {
			continue
		}
		one := commitment.Commitment{Account: v.Account, Visit: v.ID, User: v.Owner, By: commitment.Customer, Text: "给出内部审批名单", Due: t.today.Add(2 + i%9)}
		if len(v.People) > 0 {
			one.Contact = v.People[0]
		}
		if _, err := commitments.Add(tx, one); err != nil {
			return err
		}
		one.By, one.Text, one.Due = commitment.Us, "提交全寿命成本对比", t.today.Add(1+i%6)
		if _, err := commitments.Add(tx, one); err != nil {
			return err
		}
	}
	return nil
}
