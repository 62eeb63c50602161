package review

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what review brings to the product.
var Feature = app.Feature{
	Name:  "review",
	Files: files,
	Start: func(*app.Kit) {},
}
