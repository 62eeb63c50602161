package forecast

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what forecast brings to the product.
var Feature = app.Feature{
	Name:  "forecast",
	Files: files,
	Start: func(*app.Kit) {},
}
