package development

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what development brings to the product.
var Feature = app.Feature{
	Name:  "development",
	Files: files,
	Start: func(*app.Kit) {},
}
