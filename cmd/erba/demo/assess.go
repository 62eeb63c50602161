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

// assess judges three of four live deals by the four questions, some of them twice
// since they are at their step; a few have no money.
func (d *dealer) assess(boss context.Context, k *app.Kit, courses []opportunity.Course) error {
	service, ctx := assessment.New(k), identity.Under(boss, "assessment:read")
	for n, c := range courses {
		if n%4 == 1 {
			continue
		}
		first := assessment.Judging{Deal: c.Deal.ID, Card: qualification.Four, Answers: answered(n, 0)}
		sheet, err := service.At(c.Deal.Entered).Judge(ctx, first)
		if err != nil {
			return kernel.Within(c.Deal.Code, err)
		}
		if n%3 == 0 || d.today.Days(c.Deal.Entered) < 2 {
			continue
		}
		again := assessment.Judging{Deal: c.Deal.ID, Card: qualification.Four, Fresh: true, Version: sheet.Version, Answers: answered(n, 1)}
		if _, err := service.At(d.today.Add(-n%2)).Judge(ctx, again); err != nil {
			return kernel.Within(c.Deal.Code, err)
		}
	}
	return nil
}

// answered are the answers to the twenty questions; the second time one knows more.
func answered(n, round int) (all []assessment.Answered) {
	at := 0
	for _, step := range qualification.Steps {
		for _, question := range qualification.Criteria(step) {
			a := assessment.Answered{Question: question, Words: answerWords[(n+at)%len(answerWords)]}
			if mark := markOf(n, at, round, question); mark == unclear {
				a.Unknown = true
			} else if mark > unclear {
				a.Rating = &mark
			}
			all = append(all, a)
			at++
		}
	}
	return all
}

// markOf is how an answer is rated; below unclear nobody has asked yet.
func markOf(n, at, round int, question string) int {
	switch {
	case n == shownDeal:
		return shownMarks[at] - flagged(round == 0 && shownMarks[at] > 3)
	case n%11 == 5 && question == qualification.Funds:
		return 1 // there is no money this year
	case (n+at*3)%17 == 0 && round == 0:
		return unclear - 1
	case (n*3+at)%13 == 0 && round == 0:
		return unclear
	}
	return 2 + (n+at*2+round)%4 - flagged(n%7 == 3 && at > 9 && at < 15)*2
}
