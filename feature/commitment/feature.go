package commitment

import (
	"embed"

	"erba/feature/account"
	"erba/feature/notice"
	"erba/feature/today"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what commitment brings to the product.
var Feature = app.Feature{
	Name:  "commitment",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
		today.New(k).Offer(s.keeping())
	},
}

// New is the service of promises of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service { return NewService(k.DB, k.Events, account.New(k), notice.New(k)) })
}
