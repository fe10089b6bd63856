// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/SignInPage.h"

#include "tests/lab/tenant/Text.h"

namespace cloudsync::lab {

std::string signInPage(const std::string &title, const std::string &message, bool isError, const std::string &target,
                       const std::string &context, const std::vector<PageField> &fields, const std::vector<PageButton> &buttons)
{
    std::string page = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
        + htmlEscaped(title)
        + "</title><style>body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f2f4f7;color:#1b1f24}"
          "main{max-width:26rem;margin:10vh auto;background:#fff;padding:2rem;border-radius:.5rem;border:1px solid #d5dae1}"
          "h1{font-size:1.4rem;margin:0 0 1rem}label{display:block;margin:.8rem 0 .2rem}"
          "input{width:100%;box-sizing:border-box;padding:.5rem;font:inherit}button{font:inherit;padding:.5rem 1.2rem;margin:1.2rem "
          ".5rem 0 0}.error{color:#a4262c}</style></head><body><main><h1>"
        + htmlEscaped(title) + "</h1>";
    if (!message.empty()) {
        page += isError ? "<p class=\"error\" id=\"error\" role=\"alert\">" : "<p id=\"message\">";
        page += htmlEscaped(message) + "</p>";
    }
    if (!buttons.empty()) {
        page += "<form method=\"post\" action=\"" + htmlEscaped(target) + "\"><input type=\"hidden\" name=\"ctx\" value=\""
            + htmlEscaped(context) + "\">";
        for (const PageField &field : fields) {
            const std::string complete = field.type == "password" ? "current-password"
                : field.name == "username"                       ? "username"
                                                                 : "off";
            page += "<label for=\"" + field.name + "\">" + htmlEscaped(field.label) + "</label><input id=\"" + field.name
                + "\" name=\"" + field.name + "\" type=\"" + field.type + "\" value=\"" + htmlEscaped(field.value)
                + "\" autocomplete=\"" + complete + "\">";
        }
        for (const PageButton &button : buttons) {
            page += "<button type=\"submit\" name=\"action\" id=\"" + button.action + "\" value=\"" + button.action + "\">"
                + htmlEscaped(button.label) + "</button>";
        }
        page += "</form>";
    }
    return page + "</main></body></html>\n";
}

} // namespace cloudsync::lab
