import { keepTemplate, type TemplateState } from '../../session/index.ts';

const text = `Transform: AWS::Serverless-2016-10-31
Resources:
  OrdersApi:
    Type: AWS::Serverless::Api
    Properties:
      StageName: Prod # the only one
      Auth:
        DefaultAuthorizer: Shoppers
        Authorizers:
          Shoppers: {UserPoolArn: !Ref PoolArn}
      Cors:
        AllowOrigin: http://localhost:3000
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs22.x
      Events:
        Put: {Type: Api, Properties: {Path: '/orders/{id}', Method: put, RestApiId: !Ref OrdersApi}}
        List: {Type: Api, Properties: {Path: /orders, Method: any, RestApiId: !Ref OrdersApi}}
`;

/** A template with a value that lacks its quotes. */
export const template: TemplateState = keepTemplate('template.yaml', text).state;

/** A text that is no YAML. */
export const brokenTemplate: TemplateState = keepTemplate('template.yaml', `${text}  Orders: [\n`).state;
