package visit

import (
	"errors"
	"slices"
	"testing"
	"time"

	rules "erba/analysis/visit"
	"erba/feature/interaction"
	"erba/feature/plan"
	"erba/feature/privacy"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return ""
}

func TestM58AVisitGoesThroughItsStates(t *testing.T) {
	each(t, func(g *ground) {
		rep := g.As("rep")
		v, err := g.planned(0, july, 840)
		g.ok(err)
		if v.State != IsPlanned || v.Name != "客户01" || v.Tier != "MAJOR" || len(v.Theirs) != 1 || v.Theirs[0].Name != "严叙" || len(v.Ours) != 1 {
			g.Errorf("%+v", v)
		}
		if _, err := g.Evaluate(rep, v.ID, v.Version, Verdict{}); key(err) != "visit.not_executed" {
			g.Errorf("evaluated before it took place: %v", err)
		}
		v, err = g.Service.Book(rep, v.ID, v.Version)
		g.ok(err)
		if v.State != IsBooked || v.Prepared.Done != 1 {
			g.Errorf("%+v", v.Prepared)
		}
		if _, err := g.Execute(rep, v.ID, v.Version, Report{}); key(err) != "visit.no_result" {
			g.Errorf("without a result: %v", err)
		}
		v, err = g.Execute(rep, v.ID, v.Version, Report{Result: "客户同意试装"})
		g.ok(err)
		if v.State != IsExecuted || v.Executed != july || v.JudgeBy != kernel.On(2026, 7, 6) || !v.Bare {
			g.Errorf("%+v", v.Visit)
		}
		four := int64(4)
		if _, err := g.Evaluate(rep, v.ID, v.Version, Verdict{Rating: &four, Text: "有进展"}); key(err) != "visit.replan_unanswered" {
			g.Errorf("the plan was not asked about: %v", err)
		}
		yes := true
		v, err = g.Evaluate(rep, v.ID, v.Version, Verdict{&four, "有进展", &yes})
		g.ok(err)
		v, err = g.Close(rep, v.ID, v.Version)
		g.ok(err)
		if v.State != IsClosed || *v.Rating != 4 || !*v.Replan {
			g.Errorf("%+v", v.Visit)
		}
		if _, err := g.Cancel(rep, v.ID, v.Version, "客户没空"); key(err) != "visit.not_ahead" {
			g.Errorf("cancelled after its end: %v", err)
		}
	})
}

func TestTwoVisitsOfOnePersonDoNotMeet(t *testing.T) {
	each(t, func(g *ground) {
		_, err := g.planned(0, july, 840)
		g.ok(err)
		_, err = g.planned(1, july, 870)
		f, ok := errors.AsType[*kernel.Fault](err)
		if !ok || f.Key != "visit.meets" || f.Args["from"] != "14:00" || f.Args["until"] != "15:00" || f.Args["account"] != "客户01" || f.At != "start" {
			g.Errorf("%+v", f)
		}
		if _, err := g.planned(1, july, 900); err != nil {
			g.Errorf("one that begins when the other ends: %v", err)
		}
		// Somebody else takes the rep along; what he has there he does not learn.
		start := int64(840)
		_, err = g.Plan(g.As("other"), Visit{Account: g.ids[3], Day: july, Start: &start, Purpose: "技术交流", Users: []kernel.ID{g.User("rep").ID}})
		if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.Key != "visit.not_then" || f.Args["account"] != nil || f.Args["from"] != nil {
			g.Errorf("the other's account: %v", err)
		}
		// 08:00 in Berlin is 14:00 in Shanghai.
		berlin := int64(480)
		_, err = g.Plan(g.As("rep"), Visit{Account: g.ids[1], Day: july, Start: &berlin, Zone: "Europe/Berlin", Purpose: "远程会议", Channel: ByVideo})
		if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.Key != "visit.meets" || f.Args["from"] != "08:00" {
			g.Errorf("from another zone: %v", err)
		}
		if _, err := g.Plan(g.As("rep"), Visit{Account: g.ids[1], Day: july, Purpose: "送资料"}); err != nil {
			g.Errorf("without a time it meets nothing: %v", err)
		}
	})
}

func TestWhatIsNoVisit(t *testing.T) {
	each(t, func(g *ground) {
		half, summer := int64(150), kernel.On(2027, 3, 28)
		for name, tt := range map[string]struct {
			v    Visit
			want string
		}{
			"yesterday":                    {Visit{Account: g.ids[0], Day: july.Add(-1), Purpose: "谈框架"}, "visit.past_day"},
			"no day":                       {Visit{Account: g.ids[0], Purpose: "谈框架"}, "visit.no_day"},
			"no purpose":                   {Visit{Account: g.ids[0], Day: july, Purpose: " "}, "visit.no_purpose"},
			"people of another account":    {Visit{Account: g.ids[0], Day: july, Purpose: "谈框架", People: []kernel.ID{g.people[1]}}, "visit.not_theirs"},
			"nobody to go":                 {Visit{Account: g.ids[0], Day: july, Purpose: "谈框架", Users: []kernel.ID{kernel.NewID()}}, "visit.nobody"},
			"led by who does not see it":   {Visit{Account: g.ids[0], Day: july, Purpose: "谈框架", Owner: g.User("other").ID}, "visit.blind"},
			"a time that the clocks skip":  {Visit{Account: g.ids[0], Day: summer, Start: &half, Zone: "Europe/Berlin", Purpose: "谈框架"}, "cadence.skipped_time"},
			"a zone that there is not":     {Visit{Account: g.ids[0], Day: july, Zone: "Moon", Purpose: "谈框架"}, "cadence.no_zone"},
			"an account of somebody else":  {Visit{Account: g.ids[3], Day: july, Purpose: " "}, "db.missing"},
			"a way that there is not":      {Visit{Account: g.ids[0], Day: july, Purpose: "谈框架", Channel: "fax"}, "visit.bad_channel"},
			"longer than half a day lasts": {Visit{Account: g.ids[0], Day: july, Start: &half, Length: 721, Purpose: "谈框架"}, "cadence.bad_time"},
		} {
			if _, err := g.Plan(g.As("rep"), tt.v); key(err) != tt.want {
				g.Errorf("%s: %v", name, err)
			}
		}
		n, err := g.PlanAll(g.As("rep"), []Visit{{Account: g.ids[0], Day: july, Purpose: "谈框架"}, {Account: g.ids[1], Day: july.Add(-1), Purpose: "谈框架"}})
		if f, ok := errors.AsType[*kernel.Fault](err); !ok || f.At != "visits.1.day" || len(n) != 1 {
			g.Errorf("%v %v", n, err)
		}
		if d := g.diary("rep", Span{}); len(d.Rows) != 0 {
			g.Errorf("half of a batch was kept: %+v", d.Rows)
		}
	})
}

func (g *ground) diary(role string, q Span) Diary {
	g.Helper()
	d, err := g.Diary(g.As(role), q)
	g.ok(err)
	return d
}

func TestAVisitIsMovedAndCancelledWithAReason(t *testing.T) {
	each(t, func(g *ground) {
		rep := g.As("rep")
		v, err := g.planned(0, july, 840)
		g.ok(err)
		v, err = g.Service.Book(rep, v.ID, v.Version)
		g.ok(err)
		start := int64(600)
		to := Shift{Day: july.Add(1), Start: &start, Length: 90}
		if _, err := g.Move(rep, v.ID, v.Version, to); key(err) != "visit.no_reason_moved" {
			g.Errorf("without a reason: %v", err)
		}
		to.Reason = "客户临时出差"
		moved, err := g.Move(rep, v.ID, v.Version, to)
		g.ok(err)
		if moved.State != IsPlanned || moved.Day != july.Add(1) || *moved.Start != 600 || moved.Prepared.Done != 0 || len(moved.Moves) != 1 ||
			moved.Moves[0].Was != july || *moved.Moves[0].WasAt != 840 || moved.Moves[0].Reason != "客户临时出差" {
			g.Errorf("%+v", moved)
		}
		if _, err := g.planned(1, july, 840); err != nil {
			g.Errorf("its old place is free: %v", err)
		}
		if _, err := g.Move(rep, v.ID, v.Version, to); key(err) != "db.stale" {
			g.Errorf("a version that was: %v", err)
		}
		if _, err := g.Cancel(rep, v.ID, moved.Version, ""); key(err) != "visit.no_reason_cancelled" {
			g.Errorf("without a reason: %v", err)
		}
		off, err := g.Cancel(rep, v.ID, moved.Version, "项目暂停")
		g.ok(err)
		if off.State != IsCancelled || off.Reason != "项目暂停" {
			g.Errorf("%+v", off.Visit)
		}
		if _, err := g.planned(2, july.Add(1), 610); err != nil {
			g.Errorf("who does not go is free: %v", err)
		}
	})
}

func TestM57OnlyFiveLightsAreConfirmed(t *testing.T) {
	each(t, func(g *ground) {
		rep := g.As("rep")
		v, err := g.planned(0, july.Add(2), 840)
		g.ok(err)
		p, err := g.Products.Add(g.As("director"), product.Product{Code: "P1", Name: "轴承"})
		g.ok(err)
		two := kernel.Whole(2)
		aim := Objective{Text: "问清审批链条与最终的拍板人", Metric: "拍板人", Target: &two, Unit: "位", Confidence: new(int64(70)), Link: ToProduct, Product: p.ID,
			Deadline: july.Add(5), Confirmed: true}
		easy := aim
		easy.Confidence = new(int64(95))
		for name, tt := range map[string]struct {
			change func(*Objective)
			want   string
		}{
			"too easy":                      {func(o *Objective) { *o = easy }, "objective.unlit"},
			"a deadline before the visit":   {func(o *Objective) { o.Deadline, o.Confirmed = july.Add(1), false }, "objective.t_early"},
			"a product that we do not sell": {func(o *Objective) { o.Product = kernel.NewID() }, "objective.no_product"},
			"a goal that there is not":      {func(o *Objective) { o.Link, o.Year = ToGoal, 2026 }, "objective.no_goal"},
			"nothing said":                  {func(o *Objective) { o.Text = " " }, "objective.no_text"},
		} {
			o := aim
			tt.change(&o)
			if _, err := g.Aim(rep, v.ID, v.Version, []Objective{o}); key(err) != tt.want {
				g.Errorf("%s: %v", name, err)
			}
		}
		_, err = g.Plans.Begin(g.As("director"), plan.Plan{Name: "年度规划", From: kernel.On(2026, 1, 1), Until: july.Add(4)})
		g.ok(err)
		if _, err := g.Aim(rep, v.ID, v.Version, []Objective{aim}); key(err) != "objective.t_late" {
			g.Errorf("after the plan's end: %v", err)
		}
		aim.Deadline = july.Add(4)
		easy.Deadline, easy.Confirmed = july.Add(4), false
		set, err := g.Aim(rep, v.ID, v.Version, []Objective{aim, easy})
		g.ok(err)
		if set.Objectives[0].Score != 5 || !set.Objectives[0].Confirmed || set.Objectives[1].Score != 4 || set.PlanEnd != july.Add(4) {
			g.Errorf("%+v", set.Objectives)
		}
		if last := set.Prepared.Items[7]; last.Done || !last.Auto {
			g.Errorf("not all objectives are confirmed: %+v", last)
		}
		start := int64(840)
		late, err := g.Move(rep, v.ID, set.Version, Shift{Day: july.Add(5), Start: &start, Length: 60, Reason: "客户出差"})
		g.ok(err)
		if late.Objectives[0].Confirmed || late.Objectives[0].Lights[4].Reason != "objective.t_early" {
			g.Errorf("moved behind its deadline: %+v", late.Objectives[0])
		}
		set, err = g.Move(rep, v.ID, late.Version, Shift{Day: july.Add(2), Start: &start, Length: 60, Reason: "客户提前回来"})
		g.ok(err)
		g.clock = g.clock.AddDate(0, 0, 2)
		one, three := kernel.Whole(1), kernel.Whole(9)
		done, err := g.Execute(rep, v.ID, set.Version, Report{Result: "问清了一位", Results: []Result{{set.Objectives[0].ID, &one}, {set.Objectives[1].ID, &three}}})
		g.ok(err)
		if done.Objectives[0].Attainment != 0.5 || done.Objectives[1].Attainment != 1.5 || done.Met != 1 {
			g.Errorf("%+v", done.Objectives)
		}
		if d := g.diary("rep", Span{}); len(d.Rows) != 1 || d.Rows[0].Objectives[0].Attainment != 0.5 || d.Rows[0].Objectives[1].Score != 4 {
			g.Errorf("in the diary: %+v", d.Rows)
		}
		if _, err := g.Aim(rep, v.ID, done.Version, nil); key(err) != "visit.not_ahead" {
			g.Errorf("objectives after the fact: %v", err)
		}
	})
}

func TestM59EightThingsToHave(t *testing.T) {
	each(t, func(g *ground) {
		rep := g.As("rep")
		v, err := g.planned(0, july, 840)
		g.ok(err)
		if _, err := g.Tick(rep, v.ID, v.Version, map[rules.Item]bool{rules.Background: true}); key(err) != "preparation.worked_out" {
			g.Errorf("what is worked out: %v", err)
		}
		v, err = g.Tick(rep, v.ID, v.Version, map[rules.Item]bool{rules.Appointment: true, rules.Notebook: true, rules.Quotation: true})
		g.ok(err)
		v, err = g.Tick(rep, v.ID, v.Version, map[rules.Item]bool{rules.Notebook: false})
		g.ok(err)
		if v.Prepared.Done != 2 || v.Prepared.Readiness != 0.25 || !v.Prepared.Background.Known() || len(v.Prepared.Items) != 8 {
			g.Errorf("%+v", v.Prepared)
		}
	})
}

func TestAReportThatIsSentTwiceIsOne(t *testing.T) {
	each(t, func(g *ground) {
		rep := g.As("rep")
		v, err := g.planned(0, july, 840)
		g.ok(err)
		r := Report{Result: "谈妥了框架", Voice: "名单周五给你", VoiceOf: g.people[0], Topics: []string{"price", "approval", "price"}, Next: "电话取名单", NextOn: july.Add(2),
			Promises: []Promise{{By: "customer", Text: "给出集团审批名单", Due: july.Add(2000), Contact: g.people[0]}}}
		if _, err := g.Service.Report(rep, v.ID, "one-report-key", v.Version, r); key(err) != "commitment.bad_due" {
			g.Errorf("a promise that is none keeps the report back: %v", err)
		}
		if still, err := g.Find(rep, v.ID); err != nil || still.State != IsPlanned {
			g.Errorf("half of a report was kept: %+v", still.Visit)
		}
		r.Promises[0].Due = kernel.Today().Add(9)
		first, err := g.Service.Report(rep, v.ID, "one-report-key", v.Version, r)
		g.ok(err)
		again, err := g.Service.Report(rep, v.ID, "one-report-key", v.Version, r)
		g.ok(err)
		if first.State != Taken || again.State != Repeated || again.Visit.Version != first.Visit.Version || again.Visit.Promised != 1 || again.Visit.Topics != "approval price" {
			g.Errorf("%s, %s: %+v", first.State, again.State, again.Visit.Visit)
		}
		other, err := g.Service.Report(rep, v.ID, "another-report", v.Version, Report{Result: "另一种说法"})
		g.ok(err)
		if other.State != Conflict || other.Visit.Result != "谈妥了框架" || other.Yours == nil || other.Yours.Result != "另一种说法" {
			g.Errorf("%+v", other)
		}
		second, err := g.planned(1, july, 960)
		g.ok(err)
		if _, err := g.Service.Report(rep, second.ID, "one-report-key", second.Version, r); key(err) != "visit.key_used" {
			g.Errorf("the key of another visit: %v", err)
		}
		logged, err := g.Interactions.Of(g.As("rep"), interaction.Which{Account: g.ids[0], Limit: 10})
		g.ok(err)
		if len(logged.Rows) != 1 || logged.Rows[0].Visit != v.ID || logged.Rows[0].Channel != interaction.Visit || logged.Rows[0].On != july {
			g.Errorf("%+v", logged.Rows)
		}
		g.ok(g.DB.Read(rep, func(tx *db.Tx) error {
			all, err := g.Commitments.Pending(tx, g.ids[0])
			if len(all) != 1 || all[0].Visit != v.ID || all[0].Text != "给出集团审批名单" {
				g.Errorf("%+v", all)
			}
			return err
		}))
	})
}

func TestWhoIsToBeVisited(t *testing.T) {
	each(t, func(g *ground) {
		g.clock = time.Now().AddDate(0, 0, 0)
		today := kernel.DateOf(g.clock.In(time.FixedZone("", 8*3600)))
		g.recall(0, today.Add(-20))
		g.recall(1, today.Add(-14))
		d, err := g.Dues(g.As("rep"), Wish{Most: 10})
		g.ok(err)
		if d.LateCount != 1 || d.Late[0].Account != g.ids[0] || d.Late[0].Late != 13 || d.Late[0].Cadence.Days != 7 || d.Late[0].Last != today.Add(-20) || d.Late[0].Next != nil {
			g.Errorf("%+v", d.Late)
		}
		if d.WeekCount != 1 || d.Week[0].Account != g.ids[1] || d.Week[0].Due != today || d.Week[0].Late != 0 {
			g.Errorf("%+v", d.Week)
		}
		if d, _ := g.Dues(g.As("other"), Wish{Most: 10}); d.LateCount+d.WeekCount != 0 {
			g.Errorf("somebody else sees %+v", d)
		}
		start := int64(23*60 + 30)
		v, err := g.Plan(g.As("rep"), Visit{Account: g.ids[0], Day: today, Start: &start, Length: 20, Purpose: "补一次拜访"})
		g.ok(err)
		d, err = g.Dues(g.As("rep"), Wish{Most: 10})
		g.ok(err)
		if d.Late[0].Next == nil || d.Late[0].Next.Visit != v.ID {
			g.Errorf("%+v", d.Late[0].Next)
		}
		_, err = g.Execute(g.As("rep"), v.ID, v.Version, Report{Result: "已当面沟通"})
		g.ok(err)
		if d, _ = g.Dues(g.As("rep"), Wish{Most: 10}); d.LateCount != 0 || d.Kept != 1 {
			g.Errorf("visited today: %+v", d)
		}
		g.ok(g.DB.Read(g.As("rep"), func(tx *db.Tx) error {
			days, due, err := g.Cadence(tx, g.ids[0])
			if days != 7 || due != today.Add(7) {
				g.Errorf("every %d days, due %s", days, due)
			}
			return err
		}))
		g.tier(0, "NONNAMED") // a class by hand counts at once
		g.ok(g.DB.Read(g.As("rep"), func(tx *db.Tx) error {
			days, _, err := g.Cadence(tx, g.ids[0])
			if days != 30 {
				g.Errorf("every %d days", days)
			}
			return err
		}))
	})
}

// recall lets an account have been visited on a day.
func (g *ground) recall(i int, day kernel.Date) {
	g.Helper()
	g.ok(g.DB.Write(identity.With(g.As("rep"), identity.System()), func(tx *db.Tx) error {
		return g.Recall(tx, []Visit{{Account: g.ids[i], Owner: g.User("rep").ID, State: IsExecuted, Channel: InPerson, Day: day, Executed: day,
			Purpose: "例行拜访", Result: "一切正常", People: []kernel.ID{g.people[i]}, Made: day}})
	}))
}

func TestADiaryIsItsOwnersAndHisLines(t *testing.T) {
	each(t, func(g *ground) {
		v, err := g.planned(0, july, 840)
		g.ok(err)
		rep := g.User("rep").ID
		if d := g.diary("rep", Span{}); len(d.Rows) != 1 || d.Rows[0].ID != v.ID || d.Rows[0].Name != "客户01" || d.Counts.Planned != 1 || d.From != kernel.On(2026, 6, 29) {
			g.Errorf("%+v", d)
		}
		if d := g.diary("manager", Span{User: rep}); len(d.Rows) != 1 {
			g.Errorf("his manager: %+v", d.Rows)
		}
		week := g.diary("manager", Span{Line: true})
		if len(week.Rows) != 1 || !slices.Contains(week.Team, Member{rep, g.User("rep").Name, 1, 0}) {
			g.Errorf("the line, with who of it has one visit: %+v %+v", week.Rows, week.Team)
		}
		g.clock = g.clock.AddDate(0, 0, 200)
		later := g.diary("manager", Span{Line: true, From: july, Until: kernel.On(2027, 1, 31)})
		if !slices.Contains(later.Team, Member{rep, g.User("rep").Name, 1, 1}) {
			g.Errorf("of two with a cadence nobody goes to one: %+v", later.Team)
		}
		g.clock = g.clock.AddDate(0, 0, -200)
		if !slices.ContainsFunc(week.Team, func(m Member) bool { return m.ID == g.User("manager").ID && m.Covered == 0 }) {
			g.Errorf("who has no visit is there, too: %+v", week.Team)
		}
		if d := g.diary("rep", Span{Line: true}); len(d.Team) != 1 {
			g.Errorf("nobody reports to the rep: %+v", d.Team)
		}
		for _, role := range []string{"other", "director"} {
			if _, err := g.Diary(g.As(role), Span{User: rep}); key(err) != "visit.others_diary" {
				g.Errorf("%s reads the rep's diary: %v", role, err)
			}
		}
		if d := g.diary("director", Span{Account: g.ids[0]}); len(d.Rows) != 1 {
			g.Errorf("account by account the director does: %+v", d.Rows)
		}
		if d := g.diary("director", Span{Line: true}); len(d.Rows) != 0 {
			g.Errorf("the director lists everybody's ways: %+v", d.Rows)
		}
		if _, err := g.Diary(g.As("other"), Span{Account: g.ids[0]}); key(err) != "db.missing" {
			g.Errorf("somebody else's account: %v", err)
		}
		if _, err := g.Find(g.As("other"), v.ID); key(err) != "db.missing" {
			g.Errorf("somebody else's visit: %v", err)
		}
	})
}

func TestFiguresOfAMonth(t *testing.T) {
	each(t, func(g *ground) {
		for i := range 20 {
			v := Visit{Account: g.ids[i%3], Owner: g.User("rep").ID, State: IsExecuted, Channel: InPerson, Day: july.Add(-30 + i), Executed: july.Add(-30 + i),
				Purpose: "例行拜访", Result: "一切正常", Made: july}
			if v.Promised = 1; i >= 12 {
				v.Promised = 0
			}
			if i >= 17 {
				v.State, v.Executed, v.Reason = IsCancelled, kernel.Date{}, "客户改期"
			}
			g.ok(g.DB.Write(identity.With(g.As("rep"), identity.System()), func(tx *db.Tx) error { return g.Recall(tx, []Visit{v}) }))
		}
		f, err := g.Figures(g.As("rep"), kernel.On(2026, 6, 1), kernel.On(2026, 6, 30), kernel.ID{})
		g.ok(err)
		if f.Planned != 20 || f.Executed != 17 || f.Execution != 0.85 || f.Cancelled != 3 || f.Promised != 12 || f.Scope != "own" || f.Rating.Known() {
			g.Errorf("%+v", f)
		}
		if f, err := g.Figures(g.As("director"), kernel.On(2026, 6, 1), kernel.On(2026, 6, 30), kernel.ID{}); err != nil || f.Executed != 17 || f.Scope != "all" {
			g.Errorf("%+v %v", f, err)
		}
		if _, err := g.Figures(g.As("director"), kernel.On(2026, 6, 1), kernel.On(2026, 6, 30), g.User("rep").ID); key(err) != "visit.others_diary" {
			g.Errorf("one person's figures: %v", err)
		}
		if _, err := g.Figures(g.As("manager"), kernel.On(2026, 6, 1), kernel.On(2026, 6, 30), g.User("rep").ID); err != nil {
			g.Errorf("his manager: %v", err)
		}
	})
}

func TestAWeekIsSuggested(t *testing.T) {
	each(t, func(g *ground) {
		now := time.Now()
		monday := rules.Monday(kernel.DateOf(now)).Add(7)
		y, m, d := monday.Parts()
		g.clock = time.Date(y, time.Month(m), d, 0, 30, 0, 0, time.UTC) // half past eight in Shanghai
		g.recall(0, monday.Add(-20))
		g.recall(1, monday.Add(-30))
		start := int64(840)
		_, err := g.Plan(g.As("rep"), Visit{Account: g.ids[2], Day: monday.Add(3), Start: &start, Purpose: "技术交流"})
		g.ok(err)
		g.ok(g.Prefer(g.As("rep"), g.ids[1], g.people[1], "0000001000")) // Thursday mornings
		s, err := g.Suggest(g.As("rep"), kernel.Date{}, 5)
		g.ok(err)
		if len(s.Rows) != 2 || s.From != monday {
			g.Fatalf("%+v", s)
		}
		for _, r := range s.Rows {
			if r.Day != monday.Add(3) || r.For[0].Key != "visit.for_city" || r.For[0].Args["account"] != "客户03" {
				g.Errorf("%s on %s at %d: %+v", r.Name, r.Day, r.Start, r.For)
			}
		}
		if err := g.Prefer(g.As("rep"), g.ids[1], g.people[1], "2"); key(err) != "visit.bad_slots" {
			g.Errorf("%v", err)
		}
		if err := g.Prefer(g.As("other"), g.ids[1], g.people[1], "0000001000"); key(err) != "db.missing" {
			g.Errorf("somebody else's contact: %v", err)
		}
	})
}

func TestABriefingIsOnePage(t *testing.T) {
	each(t, func(g *ground) {
		g.held(0, july, 540)
		v, err := g.planned(0, july.Add(1), 840)
		g.ok(err)
		b, err := g.Brief(g.As("rep"), v.ID)
		g.ok(err)
		if b.Last == nil || b.Last.Result != "谈妥了框架" || len(b.People) != 1 || !b.People[0].Comes || len(b.History) != 1 || b.Account != g.ids[0] {
			g.Errorf("%+v", b)
		}
	})
}

func TestVisitsGoWithTheirAccount(t *testing.T) {
	each(t, func(g *ground) {
		v := g.held(1, july, 540)
		m, err := g.Accounts.Merge(g.As("director"), g.ids[1], g.ids[0], nil)
		g.ok(err)
		if d := g.diary("rep", Span{Account: g.ids[0]}); len(d.Rows) != 1 || d.Rows[0].ID != v.ID {
			g.Errorf("after the merge: %+v", d.Rows)
		}
		days := func() (due kernel.Date) {
			g.ok(g.DB.Read(g.As("rep"), func(tx *db.Tx) (err error) {
				_, due, err = g.Cadence(tx, g.ids[0])
				return err
			}))
			return due
		}
		if got := days(); got != july.Add(7) {
			g.Errorf("due %s", got)
		}
		g.ok(g.Accounts.Part(g.As("director"), m.ID))
		if d := g.diary("rep", Span{Account: g.ids[1]}); len(d.Rows) != 1 {
			g.Errorf("after it was undone: %+v", d.Rows)
		}
	})
}

func TestWhoAsksIsToldAndForgotten(t *testing.T) {
	each(t, func(g *ground) {
		v, err := g.planned(0, july, 540)
		g.ok(err)
		_, err = g.Execute(g.As("rep"), v.ID, v.Version, Report{Result: "谈妥了框架", Voice: "名单周五给你", VoiceOf: g.people[0]})
		g.ok(err)
		g.ok(g.Prefer(g.As("rep"), g.ids[0], g.people[0], "1000000000"))
		person := privacy.Person{Records: []privacy.Record{{Of: "contact", ID: g.people[0]}}}
		g.ok(g.DB.Write(identity.With(g.Context(), identity.System()), func(tx *db.Tx) error {
			held, err := keeper{}.Held(tx, person)
			if err != nil || len(held) != 1 || len(held[0].Rows) != 1 || held[0].Told[0] != v.ID {
				g.Errorf("%+v %v", held, err)
			}
			return keeper{}.Erase(tx, person)
		}))
		after, err := g.Find(g.As("rep"), v.ID)
		g.ok(err)
		if after.Voice != "" || len(after.Theirs) != 0 || after.Result == "" {
			g.Errorf("%+v", after.Visit)
		}
		if likes, err := g.Preferred(g.As("rep"), g.ids[0]); err != nil || len(likes) != 0 {
			g.Errorf("%+v %v", likes, err)
		}
	})
}
