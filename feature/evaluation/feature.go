package evaluation

import (
	"embed"

	"erba/feature/account"
	"erba/feature/approval"
	"erba/feature/method"
	"erba/feature/portfolio"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what evaluation brings to the product.
var Feature = app.Feature{
	Name:   "evaluation",
	Files:  files,
	Models: declared,
	Start:  start,
}

// New is the evaluation service of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Events, k.Users, k.Jobs, account.New(k), approval.New(k), portfolio.New(k), method.New(k))
	})
}

func start(k *app.Kit) {
	s := New(k)
	s.Routes(k.Router)
	s.Work(k.Jobs)
	s.Try(method.New(k))
	today.New(k).Offer(s.lowering())
	today.New(k).News("evaluation:read", s.news)
	approval.Add(k, led, s.course())
	approval.Add(k, direct, s.course())
}
