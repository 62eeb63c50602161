package demo

import (
	"context"
	"slices"
	"time"

	"erba/feature/commitment"
	"erba/feature/gift"
	"erba/feature/interaction"
	"erba/feature/review"
	"erba/feature/visit"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/db"
	"erba/platform/identity"
)

// Key accounts are called and written to between visits; every fifth contact is a
// question of theirs, and what was promised at visits was mostly kept.
const (
	apart    = 5  // days between two contacts, at least
	asking   = 5  // every so manieth is a question
	waited   = 6  // people one of whose customers nobody has answered yet
	lateOnes = 9  // promises of ours whose day has passed
	gifted   = 40 // key accounts to whom something was given
)

var (
	talks = []struct{ channel, subject string }{
		{interaction.Phone, "电话跟进审批进度"}, {interaction.Mail, "发送修订后的报价"}, {interaction.Chat, "确认到货时间"}, {interaction.Phone, "回访上批设备使用情况"},
		{interaction.Mail, "发送检测报告和样本"}, {interaction.Social, "分享行业展会信息"}, {interaction.SMS, "节日问候并确认拜访时间"}, {interaction.Event, "邀请参加新品技术交流会"},
	}
	questions = []string{"询问第二条产品线的交期", "要求补充材质证明", "催问上次报价的含税价", "反映一台设备异响", "询问年度返点政策"}
	ourWords  = []string{"周内寄出样品并附检测报告", "提交修订后的框架协议报价", "安排总工到现场做技术交流", "协调生产把交期提前一周", "给出三年备件价格清单", "书面答复质量问题的整改措施"}
	theirs    = []string{"安排与采购总监见面", "月底前反馈试用报告", "给出下季度要货计划", "确认付款计划", "把我方列入供应商短名单", "提供新产线的设备清单"}
	excuses   = []string{"生产线检修，样品未能按期发出", "客户内部审批延后", "总工出差，时间改约", "备件价格还在核算"}
	presents  = []struct {
		item     string
		yuan     int64
		occasion string
	}{{"定制台历", 58, "festival"}, {"茶叶礼盒", 168, "festival"}, {"签字笔", 128, "visit"}, {"周年纪念杯", 88, "anniversary"}, {"展会伴手礼", 45, "event"}, {"技术书籍", 96, "thanks"}}
)

// Engage lets the company have been in touch with its key accounts for three years,
// and have promised and given.
func Engage(ctx context.Context, k *app.Kit) error {
	boss, err := as(ctx, k, "qinlang")
	if err != nil {
		return err
	}
	all, err := visitedOf(boss, k)
	if err != nil {
		return err
	}
	today := kernel.Today()
	err = k.DB.Write(identity.With(boss, identity.System()), func(tx *db.Tx) error {
		if err := talk(tx, k, all, today); err != nil {
			return err
		}
		if err := pledge(tx, k, today); err != nil {
			return err
		}
		return bestow(tx, k, all, today)
	})
	if err != nil {
		return err
	}
	if err := exceed(ctx, k, all); err != nil {
		return err
	}
	if err := furnish(ctx, k, all, today); err != nil {
		return err
	}
	return look(ctx, k, all, today)
}

// talk writes down who called and wrote to whom; the latest questions still wait.
func talk(tx *db.Tx, k *app.Kit, all []visited, today kernel.Date) error {
	var told []interaction.Interaction
	for i, a := range all {
		for n, day := 0, today.Add(-1-i%4); today.Days(day) < lookback; n, day = n+1, day.Add(-apart-(i*5+n*3)%6-i%3*4) {
			told = append(told, talked(a, day, i+n))
		}
	}
	waiting := map[kernel.ID]bool{}
	for i := range told {
		if one := &told[i]; one.Answered > 0 && !waiting[one.By] && len(waiting) < waited {
			one.Waits, one.Answered, waiting[one.By] = true, 0, true
		}
	}
	return interaction.New(k).Recall(tx, told)
}

// talked is one contact; what a customer asked was answered after some hours.
func talked(a visited, day kernel.Date, n int) interaction.Interaction {
	what := talks[n%len(talks)]
	y, m, d := day.Parts()
	at := time.Date(y, time.Month(m), d, 1+n%8, n*7%60, 0, 0, time.UTC)
	i := interaction.Interaction{Account: a.account.ID, At: at.UnixMicro(), Channel: what.channel, Direction: interaction.Out, Subject: what.subject,
		By: a.account.Owner, Users: []kernel.ID{a.account.Owner}}
	if len(a.people) > 0 {
		i.People = []kernel.ID{a.people[n%len(a.people)]}
	}
	if n%asking == 0 {
		i.Direction, i.Subject, i.Channel = interaction.In, questions[n%len(questions)], []string{interaction.Mail, interaction.Phone, interaction.Chat}[n%3]
		i.Answered = at.Add(time.Duration(20+n*37%400) * time.Minute).UnixMicro()
	}
	return i
}

// pledge writes down what was promised at visits: customers mostly kept their word,
// and so did we, but for a few promises whose day has passed.
func pledge(tx *db.Tx, k *app.Kit, today kernel.Date) error {
	visits, err := visit.New(k).Between(tx, today.Add(-lookback), today.Add(-11), kernel.ID{})
	if err != nil {
		return err
	}
	slices.SortFunc(visits, func(a, b visit.Visit) int { return b.Executed.Compare(a.Executed) })
	var all []commitment.Commitment
	late := 0
	for i, v := range visits {
		if !v.Held() || v.Promised == 0 {
			continue
		}
		all = append(all, promised(v, commitment.Customer, theirs[i%len(theirs)], i, today))
		ours := promised(v, commitment.Us, ourWords[i%len(ourWords)], i+1, today)
		if i%3 == 0 && late < lateOnes && ours.Due.Compare(today) < 0 {
			ours.State, ours.Reason, ours.Ended, late = commitment.Pending, "", kernel.Date{}, late+1
		}
		all = append(all, ours)
	}
	return commitment.New(k).Recall(tx, all)
}

// promised is one promise of a visit, and what became of it.
func promised(v visit.Visit, by, words string, i int, today kernel.Date) commitment.Commitment {
	c := commitment.Commitment{Account: v.Account, Visit: v.ID, User: v.Owner, Author: v.Owner, By: by, Text: words, Made: v.Executed, Due: v.Executed.Add(5 + i*3%12), State: commitment.Kept}
	if len(v.People) > 0 {
		c.Contact = v.People[0]
	}
	switch {
	case c.Due.Compare(today) >= 0:
		c.State = commitment.Pending
	case i%9 == 4:
		c.State, c.Reason = commitment.Broke, excuses[i%len(excuses)]
	}
	if c.State != commitment.Pending {
		c.Ended = c.Due.Add(-i % 3)
	}
	return c
}

// bestow writes small gifts down.
func bestow(tx *db.Tx, k *app.Kit, all []visited, today kernel.Date) error {
	var given []gift.Gift
	for i, a := range all[:min(len(all), gifted)] {
		for n := 0; n < 5 && len(a.people) > 0; n++ {
			what := presents[(i+n)%len(presents)]
			given = append(given, gift.Gift{Account: a.account.ID, Contact: a.people[(i+n)%len(a.people)], Item: what.item, Value: what.yuan * 100,
				On: today.Add(-20 - i*3 - n*70), Occasion: what.occasion, Personal: (i+n)%4 == 0, By: a.account.Owner})
		}
	}
	return gift.New(k).Recall(tx, given)
}

// exceed lets somebody want to give more than the limit: it waits for consent.
func exceed(ctx context.Context, k *app.Kit, all []visited) error {
	for _, a := range all {
		if len(a.people) == 0 {
			continue
		}
		owner, err := at(ctx, k, a.account.Owner, "gift:write")
		if err != nil {
			return err
		}
		_, err = gift.New(k).Give(owner, gift.Gift{Account: a.account.ID, Contact: a.people[0], Item: "手工定制茶具一套", Value: 680_00, On: kernel.Today().Add(9),
			Occasion: "anniversary", Personal: true, Reason: "合作十周年，客户总经理出席纪念活动"})
		return err
	}
	return nil
}

// look lets managers have said something of the last two months, and the earlier one be signed.
func look(ctx context.Context, k *app.Kit, all []visited, today kernel.Date) error {
	reviews, done := review.New(k), map[kernel.ID]bool{}
	boss, err := as(ctx, k, "qinlang")
	if err != nil {
		return err
	}
	for _, a := range all {
		user := a.account.Owner
		if done[user] || len(done) == 4 {
			continue
		}
		done[user] = true
		owner, err := at(ctx, k, user, "review:own")
		if err != nil {
			return err
		}
		for back := 2; back > 0; back-- {
			month := today.AddMonths(-back).Month()
			r, err := reviews.Comment(owner, month, 0, "两次拜访因客户停产改期，承诺都已兑现；下月把到访频次补上。")
			if err != nil {
				return err
			}
			if back == 1 {
				continue
			}
			if _, err := reviews.Sign(identity.Under(boss, "review:sign"), user, month, r.Version, "总体按计划，注意超期承诺要当天说明。"); err != nil {
				return err
			}
		}
	}
	return nil
}

// at is one of the company's people, by who he is, while he does something.
func at(ctx context.Context, k *app.Kit, user kernel.ID, grant string) (context.Context, error) {
	viewer, err := k.Users.Viewer(ctx, user)
	return identity.With(ctx, viewer.For(grant)), err
}
