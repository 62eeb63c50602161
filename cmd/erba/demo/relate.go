package demo

import (
	"fmt"
	"strconv"
	"strings"

	"erba/feature/contact"
	"erba/feature/interaction"
	"erba/feature/relation"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// relate draws the maps of the largest customers: their people and how each of
// them came to stand to us as he does.
func (f *filler) relate() error {
	people, relations := contact.New(f.kit), relation.New(f.kit)
	charts := f.Charts()
	for _, c := range charts {
		err := f.kit.DB.Write(f.ctx, func(tx *db.Tx) error {
			ids, err := f.seat(tx, people, c)
			if err != nil {
				return err
			}
			if err := relations.Enter(tx, f.accounts[c.Account], f.draft(c, ids)); err != nil {
				return err
			}
			return f.greet(tx, c, ids)
		})
		if err != nil {
			return err
		}
	}
	return f.change(people, charts)
}

// seat books the people of a chart and puts them below each other; it returns them
// by their places.
func (f *filler) seat(tx *db.Tx, people *contact.Service, c Chart) ([]kernel.ID, error) {
	account := f.accounts[c.Account]
	var all []contact.Contact
	var links []contact.Link
	for i, s := range c.Seats {
		if s.title == "" {
			continue
		}
		one := contact.Contact{Account: account, Name: s.Name, Title: s.title, Department: s.department, Duties: s.duties, Goals: s.goals,
			Rank: s.rank, Scope: s.scope, Phone: fmt.Sprintf("1990003%02d%02d", c.Account%100, i),
			Mail: fmt.Sprintf("m%d@%s.example.com", i+1, strings.ToLower(f.Accounts[c.Account].Code))}
		all = append(all, one)
		if s.above >= 0 {
			links = append(links, contact.Link{Contact: one, Manager: c.Seats[s.above].Name})
		}
	}
	if _, err := people.Book(tx, all); err != nil {
		return nil, err
	}
	if _, err := people.Hang(tx, links); err != nil {
		return nil, err
	}
	known, err := people.People(tx, account)
	ids := make([]kernel.ID, len(c.Seats))
	for _, k := range known {
		for i, s := range c.Seats {
			if s.title != "" && k.Name == s.Name && k.Title == s.title {
				ids[i] = k.ID
			}
		}
	}
	return ids, err
}

// draft is everything that was ever said about the people of a chart.
func (f *filler) draft(c Chart, ids []kernel.ID) (d relation.Draft) {
	for i, s := range c.Seats {
		if ids[i].IsZero() {
			continue
		}
		say := func(step Step, field, value, evidence string) {
			if value == "" {
				return
			}
			d.Judgements = append(d.Judgements, relation.Saying{Contact: ids[i], Field: field, Value: value, Evidence: evidence, On: step.On,
				By: f.users[step.By], Source: relation.Judged})
		}
		for n, step := range s.Stands {
			if n == 0 || n == len(s.Stands)-1 { // and confirmed at the last look
				f.introduce(say, s, step)
			}
			say(step, relation.Attitude, strconv.Itoa(step.Attitude), attitudes[step.Attitude+2])
			say(step, relation.Closeness, strconv.Itoa(step.Closeness), closenesses[step.Closeness-1])
			say(step, relation.Level, step.Level, "")
			say(step, relation.Now, step.Now, "")
		}
	}
	d.Draw = ties(c, ids)
	return d
}

// greet has most owners write to those who are on our side, within the last weeks.
func (f *filler) greet(tx *db.Tx, c Chart, ids []kernel.ID) error {
	if c.Account%3 == 0 {
		return nil
	}
	for i, s := range c.Seats {
		if ids[i].IsZero() || s.roles != "coach" && s.Stands[len(s.Stands)-1].Attitude < 2 {
			continue
		}
		_, err := interaction.New(f.kit).Log(tx, interaction.Interaction{Account: f.accounts[c.Account], On: f.Until.Add(-3 - i - c.Account%10), Channel: interaction.Chat,
			Direction: interaction.Out, Subject: "节日问候，顺便了解年度预算进度", People: []kernel.ID{ids[i]}, Users: []kernel.ID{f.users[f.Accounts[c.Account].Owner]}})
		if err != nil {
			return err
		}
	}
	return nil
}

// introduce is what is said of somebody when he is first written down, and confirmed.
func (f *filler) introduce(say func(Step, string, string, string), s Seat, step Step) {
	say(step, relation.Orientation, s.orientation, "会上先问的总是这一类问题")
	say(step, relation.Adaptability, s.Stands[0].Adaptability, "看他对上一次换型的态度")
	say(step, relation.Style, s.Stands[0].Style, "几次见面的谈话方式")
	say(step, relation.Wanted, step.Wanted, "")
	say(step, relation.Layer, s.layer, "按岗位与实际参与的环节判断")
	say(step, relation.Roles, s.roles, "上一次采购中实际承担的角色")
	influence, seen := s.influence, influences[s.influence-1]
	if step == s.Stands[0] {
		influence, seen = max(1, s.influence-1), "刚接触时的印象"
	}
	say(step, relation.Power, strconv.Itoa(influence), seen)
	if s.Partner != "" {
		say(step, relation.Partner, f.users[s.Partner].String(), "")
	}
}

// What was seen of people, from the least to the most.
var (
	attitudes = []string{"评标会上公开反对我们的方案，并推荐了竞争对手", "私下表示更看好原有供应商，约见两次都推掉", "没有明确表态，只要求按流程走",
		"技术交流会上认可我们的方案，愿意安排试用", "主动告知内部讨论的进展，并在会上替我们说明"}
	closenesses = []string{"只在会议上打过招呼", "谈过业务，回复要催", "工作上有问必答，能单独约见", "变化会提前打招呼，也愿意引见同事", "遇到难题先找我们商量，家人也认识"}
	influences  = []string{"只负责操作，不参与讨论", "意见会被听取，但不影响结论", "评估意见写进报告", "他不同意的方案很难通过", "最后签字，能调动预算"}
)

// usual are the lines that customers of this kind have, by the places of their people.
var usual = []struct {
	kind     string
	from, to int
	says     string
}{{"influence", 13, 0, "日程与材料都经他手"}, {"influence", 5, 1, "年度框架由他起草"}, {"influence", 10, 3, "工艺结论他先把关"}, {"conflict", 4, 2, "备货要多、占用要少"},
	{"informal", 6, 8, "一起从一线做起来"}, {"former", 5, 7, "原来同在一家工厂"}}

// ties are those of a customer, as far as both ends are there; each has its own few.
func ties(c Chart, ids []kernel.ID) (all []relation.Stroke) {
	for i, l := range usual {
		if from, to := ids[l.from], ids[l.to]; !from.IsZero() && !to.IsZero() && (c.Account+i)%3 != 0 {
			all = append(all, relation.Stroke{Kind: l.kind, From: from, To: to, Says: l.says})
		}
	}
	return all
}

// change lets some people leave, and some go on to another customer.
func (f *filler) change(people *contact.Service, charts []Chart) error {
	ctx := identity.Under(f.ctx, "contact:write")
	for n := 5; n+4 < len(charts); n += 7 {
		left, on := charts[n], f.Until.Add(-20*n)
		for _, place := range []int{7, 9} {
			card, err := f.card(people, left, place)
			if err != nil {
				return err
			}
			if place == 9 {
				_, err = people.Leave(ctx, card, on)
			} else {
				_, err = people.Transfer(ctx, card, contact.Transfer{To: f.accounts[charts[n+4].Account], On: on, Title: "供应链总监", Department: "供应链中心"})
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// card is the contact on a place of a chart.
func (f *filler) card(people *contact.Service, c Chart, place int) (found contact.Contact, err error) {
	all, err := people.List(identity.Under(f.ctx, "contact:read"), f.accounts[c.Account])
	for _, one := range all {
		if one.Name == c.Seats[place].Name && one.Title == c.Seats[place].title {
			found = one.Contact
		}
	}
	return found, err
}
