package coverage

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what coverage brings to the product.
var Feature = app.Feature{
	Name:  "coverage",
	Files: files,
	Start: func(*app.Kit) {},
}
