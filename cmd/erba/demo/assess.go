package demo

import (
	"context"

	"erba/analysis/qualification"
	"erba/feature/assessment"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

// unclear marks a question that somebody has asked and nobody can answer.
const unclear = -1

// shownMarks are how the deal is judged that everybody looks at: it is real, we can
// compete, it is worth it, and too little is known of who decides.
var shownMarks = []int{5, 4, 4, 4, 3, 4, 3, 3, 3, 3, 4, 3, 3, unclear, 2, 4, 4, 3, 2, 4}

var answerWords = []string{"使用部门负责人当面确认", "立项批文与预算表", "技术答疑会纪要", "采购计划上有这一项", ""}

// assess judges three of four live deals by the four questions: at the steps where
// they were, where they are, and some of them once more since; a few have no money.
func (d *dealer) assess(boss context.Context, k *app.Kit, courses []opportunity.Course) error {
	service, ctx := assessment.New(k), identity.Under(boss, "assessment:read")
	for n, c := range courses {
		if n%4 == 1 {
			continue
		}
		if err := d.judge(ctx, service, n, c); err != nil {
			return kernel.Within(c.Deal.Code, err)
		}
		if n%(3*campaned) == shownDeal {
			if err := d.judgeRivals(ctx, service, n, c); err != nil {
				return kernel.Within(c.Deal.Code, err)
			}
		}
	}
	return nil
}

// judge judges a deal step by step.
func (d *dealer) judge(ctx context.Context, service *assessment.Service, n int, c opportunity.Course) error {
	one := assessment.Judging{Deal: c.Deal.ID, Card: qualification.Four}
	for i, m := range c.Moves {
		if m.To == c.Deal.Stage || i%2 == n%2 && n != shownDeal || i == 0 {
			continue // where it is, where nobody asked, or where nobody could know
		}
		one.Answers = answered(n, i-len(c.Moves))
		sheet, err := service.At(m.On).Recall(ctx, m.To, one)
		if err != nil {
			return err
		}
		one.Version = sheet.Version
	}
	one.Answers = answered(n, 0)
	sheet, err := service.At(c.Deal.Entered).Judge(ctx, one)
	if err != nil || n%3 == 0 || d.today.Days(c.Deal.Entered) < 2 {
		return err
	}
	one.Fresh, one.Version, one.Answers = true, sheet.Version, answered(n, 1)
	_, err = service.At(d.today.Add(-n%2)).Judge(ctx, one)
	return err
}

// judgeRivals fills in the same questions for those who stand against us.
func (d *dealer) judgeRivals(ctx context.Context, service *assessment.Service, n int, c opportunity.Course) error {
	all, err := service.Criteria(ctx, c.Deal.ID)
	if err != nil {
		return err
	}
	for i, side := range all.Sides {
		_, err := service.At(d.today.Add(-4)).Judge(ctx, assessment.Judging{Deal: c.Deal.ID, Rival: side.ID, Card: qualification.Four, Answers: rivalMarks(n, i)})
		if err != nil {
			return err
		}
	}
	return nil
}

// rivalMarks are the answers for a rival: the first is stronger than the others.
func rivalMarks(n, of int) (all []assessment.Answered) {
	for at, question := range twenty() {
		mark := min(5, 2+(n+at*3)%3+flagged(of == 0 && at%3 == 0))
		all = append(all, assessment.Answered{Question: question, Rating: &mark})
	}
	return all
}

// twenty are the questions.
func twenty() (all []string) {
	for _, step := range qualification.Steps {
		all = append(all, qualification.Criteria(step)...)
	}
	return all
}

// answered are the answers to the twenty questions; from round to round one knows more.
func answered(n, round int) (all []assessment.Answered) {
	for at, question := range twenty() {
		a := assessment.Answered{Question: question, Words: answerWords[(n+at)%len(answerWords)]}
		if mark := markOf(n, at, round, question); mark == unclear {
			a.Unknown = true
		} else if mark > unclear {
			a.Rating = &mark
		}
		all = append(all, a)
	}
	return all
}

// markOf is how an answer is rated; below unclear nobody has asked yet.
func markOf(n, at, round int, question string) int {
	switch {
	case n == shownDeal:
		return earlier(shownMarks[at], at, round)
	case n%11 == 5 && question == qualification.Funds:
		return 1 // there is no money this year
	case (n+at*3)%(17+4*round) == 0 && round <= 0 && round > -4:
		return unclear - 1
	case (n*3+at)%13 == 0 && round <= 0:
		return unclear
	}
	return max(0, 2+(n+at*2)%4-flagged(round < 0 && at%4 == 1)) - flagged(n%7 == 3 && at > 9 && at < 15)*2
}

// earlier is a mark of the deal that everybody looks at, as it was before: lower, or
// not known yet.
func earlier(mark, at, round int) int {
	switch {
	case round >= 0:
		return mark - flagged(round == 0 && mark > 3 && at%2 == 0)
	case at%(6+round) == 3 && round > -4:
		return unclear
	}
	return max(min(mark, 4), 1) - flagged(mark > 2 && (at+round)%3 == 0)
}
