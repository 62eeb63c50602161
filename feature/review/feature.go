package review

import (
	"embed"

	"erba/feature/commitment"
	"erba/feature/interaction"
	"erba/feature/notice"
	"erba/feature/plan"
	"erba/feature/visit"
	"erba/platform/app"
)

//go:embed schema text
var files embed.FS

// Feature is what review brings to the product.
var Feature = app.Feature{
	Name:  "review",
	Files: files,
	Start: func(k *app.Kit) {
		s := New(k)
		s.Routes(k.Router)
		s.Work(k.Jobs)
	},
}

// New is the service of reviews of a program.
func New(k *app.Kit) *Service {
	return app.Once(k, func() *Service {
		return NewService(k.DB, k.Users, interaction.New(k), plan.New(k), commitment.New(k), visit.New(k), notice.New(k))
	})
}
